package io.evenkeel.persistence.people;

import io.evenkeel.incident.PersonId;

/**
 * A Slack user ({@code users.list}).
 *
 * @param name the user name: {@code alice}
 * @param displayName empty when none is set
 * @param realName empty when none is set
 * @param zone as Slack writes it: {@code Europe/Berlin}
 * @param active false once the account is deactivated
 * @param guest of one channel or several, or somebody of another workspace in a shared one
 */
public record Profile(
    PersonId id,
    String name,
    String displayName,
    String realName,
    String zone,
    boolean bot,
    boolean active,
    boolean guest) {

  /** No guest. */
  public Profile(
      PersonId id,
      String name,
      String displayName,
      String realName,
      String zone,
      boolean bot,
      boolean active) {
    this(id, name, displayName, realName, zone, bot, active, false);
  }
}
