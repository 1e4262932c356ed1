package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Person;
import org.jspecify.annotations.Nullable;

/** Where somebody is: which person, which channel, which open thread, or the app's Home tab. */
record Place(
    Person me, Channel channel, @Nullable String threadTs, boolean listOnly, boolean home) {

  /** The channel's address without a query. */
  String base() {
    return address(channel);
  }

  static String address(Channel channel) {
    return "/client/" + (channel.isIm() ? channel.id() : channel.name());
  }
}
