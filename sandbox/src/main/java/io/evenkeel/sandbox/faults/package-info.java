/**
 * What goes wrong on request, so that tests can see what the bot makes of it. What a fault does to
 * a connection must not be here, only which one is due.
 */
@NullMarked
package io.evenkeel.sandbox.faults;

import org.jspecify.annotations.NullMarked;
