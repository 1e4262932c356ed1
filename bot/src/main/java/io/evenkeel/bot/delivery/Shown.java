package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Use;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What this installation shows, and where.
 *
 * @param announcementChannel the name of the channel for announcements, such as {@code incidents}
 * @param runbooks which help with an incident of which its alerts tell that
 */
public record Shown(
    Roles roles,
    SeverityScale severities,
    String announcementChannel,
    BiFunction<Incident, List<Use.Sign>, List<Runbook>> runbooks) {
  /** Where no runbook is. */
  public Shown(Roles roles, SeverityScale severities, String announcementChannel) {
    this(roles, severities, announcementChannel, (_, _) -> List.of());
  }

  public Shown {
    announcementChannel = announcementChannel.replaceFirst("^#", "");
  }
}
