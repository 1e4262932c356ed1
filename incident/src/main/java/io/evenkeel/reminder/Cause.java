package io.evenkeel.reminder;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Milestone;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Status;
import java.time.Instant;

/** Whether there is still something to be reminded of. */
public final class Cause {
  private Cause() {}

  /**
   * @param decided when it was decided to remind, UTC
   * @return false once somebody has done meanwhile what the reminder asks for
   */
  public static boolean stands(
      Reminder reminder, Incident incident, Postmortem postmortem, Instant decided) {
    boolean open = incident.open();
    return switch (reminder.kind()) {
      case UPDATE_DUE, FIRST_UPDATE -> {
        Incident.LatestUpdate update = incident.update();
        yield open && (update == null || !update.at().isAfter(decided));
      }
      case NO_COMMANDER ->
          open && incident.commander().filter(holder -> !holder.acting()).isEmpty();
      case ROLE_EMPTY -> open && reminder.roles().stream().anyMatch(role -> empty(incident, role));
      case STILL_MONITORING -> incident.status() == Status.MONITORING;
      case STALE -> open && !incident.recordedAt().isAfter(decided);
      case ALERTS_OVER -> open && incident.milestones().at(Milestone.MITIGATED).isEmpty();
      case POSTMORTEM_DUE ->
          (incident.status() == Status.RESOLVED || incident.status() == Status.CLOSED)
              && postmortem.state() != Postmortem.State.PUBLISHED;
    };
  }

  private static boolean empty(Incident incident, Role role) {
    return incident.holder(role).isEmpty();
  }
}
