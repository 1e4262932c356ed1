/** Tests of what the bench takes for granted. No time is asserted here. */
@NullMarked
package io.evenkeel.chaos.bench;

import org.jspecify.annotations.NullMarked;
