package io.evenkeel.bot.desk;

import io.evenkeel.hash.Sha256;
import io.evenkeel.incident.MessageRef;

/**
 * What makes a request the same request: the same key twice is answered twice and done once.
 *
 * @param body what was asked, to tell a repeat from another request under the same key
 */
public record InboxKey(String key, String body) {

  /** A slash command or a button: Slack's {@code trigger_id} is new for each press. */
  public static InboxKey trigger(String team, String triggerId, String body) {
    return new InboxKey("trigger:" + Sha256.hex(team + " " + triggerId), body);
  }

  /** A modal that was sent: sending it again has a new trigger, but the same view. */
  public static InboxKey view(String team, String viewId, String body) {
    return new InboxKey("view:" + team + ":" + viewId, body);
  }

  /** An event: Slack tells it up to four times under one id. */
  public static InboxKey event(String eventId, String body) {
    return new InboxKey("event:" + eventId, body);
  }

  /**
   * A request over HTTP or from a command line, by the {@code Idempotency-Key} that it came with.
   *
   * @param token whose keys these are: two tokens may use the same one
   */
  public static InboxKey rest(String token, String key, String body) {
    return new InboxKey("rest:" + token + ":" + key, body);
  }

  /** A message that speaks to us: however many events tell of it, it is said once. */
  public static InboxKey mention(String team, MessageRef message, String body) {
    return new InboxKey("mention:" + team + ":" + message.channel() + ":" + message.ts(), body);
  }

  /** That a request was answered, where the answer cannot be taken back. */
  public static InboxKey answered(InboxKey request) {
    return new InboxKey(request.key() + ":answered", request.body());
  }

  /** What a log may show of the key: the same for the same key, and nothing to be read from it. */
  String fingerprint() {
    return Sha256.hex(key).substring(0, 16);
  }

  byte[] bodyHash() {
    return Sha256.of(body);
  }
}
