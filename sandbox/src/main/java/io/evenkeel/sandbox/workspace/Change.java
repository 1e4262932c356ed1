package io.evenkeel.sandbox.workspace;

/** One thing that happened in the workspace, told in order to {@link Workspace#onChange}. */
public sealed interface Change {

  /** A new message, Slack's own lines included. */
  record Posted(Channel channel, Message message) implements Change {}

  /** A message has other words now. */
  record Rewritten(Channel channel, Message before, Message after) implements Change {}

  record Deleted(Channel channel, Message before) implements Change {}

  record ReactionAdded(Channel channel, Message message, String user, String name)
      implements Change {}

  record ReactionRemoved(Channel channel, Message message, String user, String name)
      implements Change {}

  record Pinned(Channel channel, Message message, Pin pin) implements Change {}

  record Unpinned(Channel channel, Message message, String user) implements Change {}

  record Joined(Channel channel, String user, String inviter) implements Change {}

  record Departed(Channel channel, String user) implements Change {}

  record Created(Channel channel) implements Change {}

  record Renamed(Channel channel, String oldName) implements Change {}

  record Archived(Channel channel, String user, boolean archived) implements Change {}

  /** The header: topic or bookmarks. */
  record HeaderChanged(Channel channel) implements Change {}

  /** Shown, replaced or dismissed. */
  record EphemeralChanged(Ephemeral ephemeral, boolean gone) implements Change {}

  /** Opened, updated, closed, or given errors. */
  record ViewChanged(String owner) implements Change {}

  record FileChanged(FileShare file) implements Change {}

  /** Somebody has read a channel up to here. */
  record Read(String user, String channel, String ts) implements Change {}

  /** Everything may be different: the workspace was put back to its seed. */
  record Everything() implements Change {}
}
