package io.evenkeel.persistence.erasure;

import io.evenkeel.incident.IncidentNumber;
import java.util.List;

/**
 * What was found, and taken away where that was asked for.
 *
 * @param entries of timelines, also where a drill has told them again
 * @param beside words of theirs beside timelines, such as tasks, claims, statements and reasons
 * @param incidents those with such entries
 * @param edited those among them whose postmortem people have edited: it may quote the words
 */
public record Erased(
    int entries, int beside, List<IncidentNumber> incidents, List<IncidentNumber> edited) {
  public Erased {
    incidents = List.copyOf(incidents);
    edited = List.copyOf(edited);
  }

  public boolean nothing() {
    return entries == 0 && beside == 0;
  }
}
