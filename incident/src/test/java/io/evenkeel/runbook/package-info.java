/** Claims about the package of this name. No mocks, no clock, no files. */
@NullMarked
package io.evenkeel.runbook;

import org.jspecify.annotations.NullMarked;
