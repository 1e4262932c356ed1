/**
 * Random schedules from a seed: which command comes when, what is broken at which of them, and the
 * runs made of both. How a thing is broken stays in the rig, and what must hold in the checker.
 */
@NullMarked
package io.evenkeel.chaos.schedule;

import org.jspecify.annotations.NullMarked;
