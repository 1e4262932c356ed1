/** Tests of when whom is reminded of what. No clock is read here. */
@NullMarked
package io.evenkeel.reminder;

import org.jspecify.annotations.NullMarked;
