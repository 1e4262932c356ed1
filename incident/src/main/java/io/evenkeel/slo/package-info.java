/**
 * What an objective allows, how much of it is spent, how fast, and what follows from that. It asks
 * no monitoring system, reads no clock and knows no incident.
 */
@NullMarked
package io.evenkeel.slo;

import org.jspecify.annotations.NullMarked;
