/**
 * Breaks a running Evenkeel in every way that its promises must survive: seeded schedules of kills
 * and faults. What is broken lives in {@code rig}, what must hold afterwards in {@code check}.
 */
@NullMarked
package io.evenkeel.chaos;

import org.jspecify.annotations.NullMarked;
