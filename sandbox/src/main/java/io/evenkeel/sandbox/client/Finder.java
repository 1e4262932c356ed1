package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.View;
import io.evenkeel.sandbox.workspace.Workspace;

/** Finds what a person names, as far as that person may see it; says what is wrong if not. */
final class Finder {

  private final Workspace workspace;

  Finder(Workspace workspace) {
    this.workspace = workspace;
  }

  Person person(String idOrName) {
    return workspace
        .people()
        .find(idOrName)
        .orElseThrow(() ->
            new Refused(
                "There is no user \"%s\". There are: %s."
                    .formatted(
                        idOrName,
                        String.join(
                            ", ", workspace.people().all().stream().map(Person::name).toList()))));
  }

  Channel seen(Person user, String idOrName) {
    return workspace
        .channels()
        .find(idOrName)
        .filter(c -> c.visibleTo(user.id()))
        .orElseThrow(() ->
            new Refused(
                "There is no channel \"%s\" that %s can see.".formatted(idOrName, user.name())));
  }

  /** A channel this person can write in. */
  Channel open(Person user, String idOrName) {
    Channel channel = seen(user, idOrName);
    if (!channel.has(user.id())) {
      throw new Refused("%s is not in #%s: join it first.".formatted(user.name(), channel.name()));
    }
    if (channel.isArchived()) {
      throw new Refused("#%s is archived.".formatted(channel.name()));
    }
    return channel;
  }

  Message message(Channel channel, String ts) {
    return workspace
        .messages()
        .find(channel.id(), ts)
        .orElseThrow(
            () -> new Refused("There is no message %s in #%s.".formatted(ts, channel.name())));
  }

  /** The Home tab of this person, if that is its id, else the modal on top. */
  View usable(Person user, String viewId) {
    return workspace
        .homes()
        .of(user.id())
        .filter(home -> home.id().equals(viewId))
        .orElseGet(() -> top(user, viewId));
  }

  /** The modal this person sees: only the one on top can be used. */
  View top(Person user, String viewId) {
    return workspace.views().stack(user.id()).reversed().stream()
        .findFirst()
        .filter(v -> v.id().equals(viewId))
        .orElseThrow(
            () -> new Refused("%s has no modal %s open on top.".formatted(user.name(), viewId)));
  }
}
