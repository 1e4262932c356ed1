package io.evenkeel.bot.plain;

import io.evenkeel.grammar.Directory;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * People as another directory knows them, and the announcement channel by the name that everybody
 * types: outside Slack nothing turns a channel's name into its id.
 */
public final class Spelled implements Directory {
  private final Directory people;
  private final String announcements;

  /**
   * @param announcements the channel's name without {@code #}
   */
  public Spelled(Directory people, String announcements) {
    this.people = people;
    this.announcements = announcements;
  }

  @Override
  public Optional<Person> byId(PersonId id) {
    return people.byId(id);
  }

  @Override
  public List<Person> named(String name) {
    return people.named(name);
  }

  @Override
  public List<Person> everybody() {
    return people.everybody();
  }

  @Override
  public Optional<ChannelId> channel(String name) {
    return people.channel(name);
  }

  @Override
  public boolean announcesIn(String channel) {
    return channel.equalsIgnoreCase(announcements);
  }
}
