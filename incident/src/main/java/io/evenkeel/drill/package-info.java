/**
 * What a drill is: an experiment as somebody has written it, how its run goes on from step to step,
 * what was measured of it and what can be said then. No file, no query and no message: those who
 * run it bring what they measured, and do what is said here.
 */
@NullMarked
package io.evenkeel.drill;

import org.jspecify.annotations.NullMarked;
