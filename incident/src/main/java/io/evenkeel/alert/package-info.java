/**
 * What monitoring systems say, whichever of them said it, and what an installation wants to follow
 * from it. It parses no format and stores nothing.
 */
@NullMarked
package io.evenkeel.alert;

import org.jspecify.annotations.NullMarked;
