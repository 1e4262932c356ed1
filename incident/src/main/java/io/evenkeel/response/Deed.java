package io.evenkeel.response;

import java.util.List;

/** What follows. */
public sealed interface Deed {

  /**
   * Somebody is paged.
   *
   * @param whom a policy or a schedule by its name, {@code @person} or {@code @group}
   * @param needed whether it is a fault when nobody has that name: not for the standard rules,
   *     which hold before any policy was written
   */
  record Page(String whom, boolean needed) implements Deed {}

  /**
   * Somebody is brought into the channel.
   *
   * @param whom {@code @person}, {@code @group}, or a schedule for whoever is on call by it
   */
  record Invite(String whom) implements Deed {}

  /**
   * A channel reads of it. Nothing is said there of a private incident.
   *
   * @param channel its name, without #
   */
  record Announce(String channel) implements Deed {}

  /**
   * Something outside Slack is told what happened, each time it does.
   *
   * @param outlet its name in the settings
   */
  record Webhook(String outlet) implements Deed {}

  /** Tasks for whoever commands. */
  record Checklist(List<String> tasks) implements Deed {
    public Checklist {
      tasks = List.copyOf(tasks);
    }
  }
}
