package io.evenkeel.sandbox.workspace;

import java.util.List;
import java.util.Map;

/**
 * The whole workspace at one moment.
 *
 * @param messages channel id → messages in order of {@code ts}, replies among them
 * @param views the open modals, each person's stack bottom first
 * @param read user id → channel id → the last timestamp read
 */
public record State(
    List<Person> people,
    List<Channel> channels,
    Map<String, List<Message>> messages,
    List<Ephemeral> ephemerals,
    List<View> views,
    List<FileShare> files,
    Map<String, Map<String, String>> read) {

  public State {
    people = List.copyOf(people);
    channels = List.copyOf(channels);
    messages = Map.copyOf(messages);
    ephemerals = List.copyOf(ephemerals);
    views = List.copyOf(views);
    files = List.copyOf(files);
    read = Map.copyOf(read);
  }

  /** A channel's messages in order, replies among them. */
  public List<Message> messagesOf(String channel) {
    return messages.getOrDefault(channel, List.of());
  }

  /** The last timestamp this person has read there; {@code "0"} if none. */
  public String readUpTo(String user, String channel) {
    return read.getOrDefault(user, Map.of()).getOrDefault(channel, "0");
  }
}
