package io.evenkeel.sandbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated workspace is set up.
 *
 * @param signingSecret what requests to the bot are signed with
 * @param botToken the one token the Web API takes
 * @param scopes what that token may do
 * @param events what the app subscribed to, such as {@code message.channels}
 * @param commands the slash commands that are installed
 * @param rateScale 1 for Slack's rate limits, 10 for ten times as many calls, 0 for no limits
 * @param stateFile where the workspace is kept between runs; null to keep nothing
 * @param time timestamps, trigger ids and signatures follow it
 */
public record Settings(
    String signingSecret,
    String botToken,
    Set<String> scopes,
    Set<String> events,
    Set<String> commands,
    double rateScale,
    @Nullable Path stateFile,
    InstantSource time) {

  /** The secret of every sandbox; the bot refuses it against the real Slack. */
  public static final String SIGNING_SECRET = "sandbox-signing-secret";

  /** The token of every sandbox. */
  public static final String BOT_TOKEN = "xoxb-sandbox-token";

  /** The app-level token of every sandbox, for Socket Mode. */
  public static final String APP_TOKEN = "xapp-sandbox-token";

  /** The bot's own API token in every sandbox. */
  public static final String API_TOKEN = "sandbox-api-token";

  /** Of the app, for signing in to its pages; as little a secret as the others. */
  public static final String CLIENT_ID = "1234567890.0987654321";

  public static final String CLIENT_SECRET = "sandbox-client-secret";

  private static final Set<String> SCOPES =
      Set.of(
          "app_mentions:read",
          "bookmarks:read",
          "bookmarks:write",
          "channels:history",
          "channels:join",
          "channels:manage",
          "channels:read",
          "chat:write",
          "commands",
          "dnd:read",
          "files:read",
          "files:write",
          "groups:history",
          "groups:read",
          "groups:write",
          "im:history",
          "im:read",
          "im:write",
          "pins:read",
          "pins:write",
          "reactions:read",
          "reactions:write",
          "usergroups:read",
          "users:read");

  private static final Set<String> EVENTS =
      Set.of(
          "app_home_opened",
          "app_mention",
          "channel_archive",
          "channel_rename",
          "channel_unarchive",
          "group_archive",
          "group_rename",
          "group_unarchive",
          "member_joined_channel",
          "member_left_channel",
          "message.channels",
          "message.groups",
          "pin_added",
          "pin_removed",
          "reaction_added",
          "reaction_removed");

  public Settings {
    scopes = Set.copyOf(scopes);
    events = Set.copyOf(events);
    commands = Set.copyOf(commands);
  }

  /** For tests: everything allowed, no rate limits, nothing kept. */
  public static Settings forTests(InstantSource time) {
    return new Settings(
        SIGNING_SECRET, BOT_TOKEN, SCOPES, EVENTS, Set.of("/incident"), 0, null, time);
  }

  /** As Slack: with its rate limits, kept in this file. */
  public static Settings kept(Path stateFile, InstantSource time) {
    return new Settings(
        SIGNING_SECRET, BOT_TOKEN, SCOPES, EVENTS, Set.of("/incident"), 1, stateFile, time);
  }

  /** The same, with these scopes only. */
  public Settings withScopes(Set<String> only) {
    return new Settings(
        signingSecret, botToken, only, events, commands, rateScale, stateFile, time);
  }

  /** The same, with what an app's manifest asks for. */
  public Settings withManifest(Manifest manifest) {
    return new Settings(
        signingSecret,
        botToken,
        manifest.scopes(),
        manifest.events(),
        manifest.commands(),
        rateScale,
        stateFile,
        time);
  }

  /** The same, at another rate. */
  public Settings withRateScale(double scale) {
    return new Settings(signingSecret, botToken, scopes, events, commands, scale, stateFile, time);
  }

  /** The same, kept in a file. */
  public Settings withStateFile(Path file) {
    return new Settings(signingSecret, botToken, scopes, events, commands, rateScale, file, time);
  }
}
