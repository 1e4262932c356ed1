package io.evenkeel.bot.doctor;

import java.util.Map;
import java.util.TreeMap;

/** The scopes that bot/manifest.json asks for, and what does not work without each. */
public final class Scopes {
  private static final Map<String, String> FOR =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("app_mentions:read", "commands in threads: @Evenkeel update …"),
              Map.entry("bookmarks:read", "the call's bookmark, without adding it twice"),
              Map.entry("bookmarks:write", "the call's bookmark in the incident's channel"),
              Map.entry("channels:history", "seeing whether a post arrived, edited captures"),
              Map.entry("channels:join", "joining the announcement channel by itself"),
              Map.entry("channels:manage", "creating, naming, archiving incident channels"),
              Map.entry("channels:read", "finding the announcement channel, who is in a channel"),
              Map.entry("chat:write", "every post, card and direct message"),
              Map.entry("commands", "/incident and the shortcuts"),
              Map.entry("dnd:read", "not waiting for somebody whose notifications rest"),
              Map.entry("files:read", "seeing whether a postmortem's file arrived"),
              Map.entry("files:write", "the postmortem as a file"),
              Map.entry("groups:history", "the same in private incidents"),
              Map.entry("groups:read", "who may see a private incident"),
              Map.entry("groups:write", "channels of private incidents"),
              Map.entry("im:history", "seeing whether a direct message arrived"),
              Map.entry("im:write", "duties, pages and reminders by direct message"),
              Map.entry("pins:read", "pinned messages for the timeline"),
              Map.entry("pins:write", "pinning the incident's card"),
              Map.entry("reactions:read", "📌 puts a message onto the timeline"),
              Map.entry("usergroups:read", "policies and pages that name a user group"),
              Map.entry("users:read", "people's names and time zones")));

  private Scopes() {}

  /** Scope → what it is for, sorted by scope. */
  public static Map<String, String> all() {
    return new TreeMap<>(FOR);
  }
}
