package io.evenkeel.persistence.board;

import io.evenkeel.incident.IncidentNumber;
import java.time.Instant;

/**
 * What a look finds of each thing that is due.
 *
 * @param number of the thing within its incident; 0 where it has none
 * @param at since when it is due, UTC; 1970 where that is not known yet
 */
public record DueRow(IncidentNumber incident, int number, Instant at) {}
