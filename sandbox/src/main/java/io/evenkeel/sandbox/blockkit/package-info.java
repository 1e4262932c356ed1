/**
 * Block Kit: what Slack accepts, and what an element's value looks like. Where blocks are kept or
 * drawn must not be here.
 */
@NullMarked
package io.evenkeel.sandbox.blockkit;

import org.jspecify.annotations.NullMarked;
