/**
 * What people wrote down for the night: runbooks, their steps, and what they lack. Nothing here
 * reads a file, and no command in a runbook is ever run.
 */
@NullMarked
package io.evenkeel.runbook;

import org.jspecify.annotations.NullMarked;
