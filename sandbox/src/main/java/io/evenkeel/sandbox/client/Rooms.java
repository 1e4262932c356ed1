package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.api.Escaping;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;

/** Channels as people use them: make, join, leave, pin, archive. */
final class Rooms {

  private final Workspace workspace;
  private final Finder finder;

  Rooms(Workspace workspace, Finder finder) {
    this.workspace = workspace;
    this.finder = finder;
  }

  Channel create(String user, String name, boolean isPrivate) {
    Person person = finder.person(user);
    return workspace.lines().create(valid(name), isPrivate, person.id());
  }

  private String valid(String name) {
    if (!name.matches("[a-z0-9_-]{1,80}")) {
      throw new Refused(
          "A channel's name may hold small letters, digits, - and _, at most 80 of them.");
    }
    if (workspace.channels().find(name).isPresent()) {
      throw new Refused("There is a channel #" + name + " already.");
    }
    return name;
  }

  Channel join(String user, String channel) {
    Person person = finder.person(user);
    Channel place = finder.seen(person, channel);
    if (place.isArchived()) {
      throw new Refused("#%s is archived.".formatted(place.name()));
    }
    return place.has(person.id()) ? place : workspace.lines().join(place.id(), person.id(), "");
  }

  Channel leave(String user, String channel) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    if (place.name().equals("general")) {
      throw new Refused("Nobody can leave #general.");
    }
    return workspace.lines().leave(place.id(), person.id());
  }

  Channel invite(String user, String channel, String invited) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    Person guest = finder.person(invited);
    return place.has(guest.id())
        ? place
        : workspace.lines().join(place.id(), guest.id(), person.id());
  }

  Channel kick(String user, String channel, String removed) {
    Channel place = finder.open(finder.person(user), channel);
    Person gone = finder.person(removed);
    if (!place.has(gone.id())) {
      throw new Refused("%s is not in #%s.".formatted(gone.name(), place.name()));
    }
    return workspace.lines().leave(place.id(), gone.id());
  }

  Channel archive(String user, String channel, boolean archived) {
    Person person = finder.person(user);
    Channel place = finder.seen(person, channel);
    if (place.isArchived() == archived) {
      return place;
    }
    return workspace.lines().archive(place.id(), person.id(), archived);
  }

  Channel rename(String user, String channel, String name) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    return workspace.lines().rename(place.id(), person.id(), valid(name));
  }

  Channel topic(String user, String channel, String topic) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    if (topic.length() > 250) {
      throw new Refused("A topic may hold 250 characters; this is %d.".formatted(topic.length()));
    }
    return workspace.lines().topic(place.id(), person.id(), Escaping.plain(topic));
  }

  void pin(String user, String channel, String ts, boolean remove) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    Message message = finder.message(place, ts);
    boolean pinned = place.pins().stream().anyMatch(p -> p.ts().equals(ts));
    if (remove && pinned) {
      workspace.channels().unpin(place.id(), message, person.id());
    } else if (!remove && !pinned) {
      workspace.lines().pin(place.id(), message, person.id());
    }
  }

  void react(String user, String channel, String ts, String name, boolean remove) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    Message message = finder.message(place, ts);
    String emoji = name.replace(":", "");
    boolean there = message.hasReaction(person.id(), emoji);
    if (remove && there) {
      workspace.messages().unreact(place.id(), message, person.id(), emoji);
    } else if (!remove && !there) {
      workspace.messages().react(place.id(), message, person.id(), emoji);
    }
  }
}
