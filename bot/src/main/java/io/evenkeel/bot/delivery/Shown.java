package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;

/**
 * What this installation shows, and where.
 *
 * @param announcementChannel the name of the channel for announcements, such as {@code incidents}
 */
public record Shown(Roles roles, SeverityScale severities, String announcementChannel) {
  public Shown {
    announcementChannel = announcementChannel.replaceFirst("^#", "");
  }
}
