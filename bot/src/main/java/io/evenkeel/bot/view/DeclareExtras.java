package io.evenkeel.bot.view;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code declare} said that its form has no field for: it travels with the form, so that
 * nothing said is lost.
 */
public record DeclareExtras(
    @Nullable Instant started, boolean separate, @Nullable ChannelId announceIn) {

  static DeclareExtras of(Command.Declare draft) {
    return new DeclareExtras(draft.started(), draft.separate(), draft.announceIn());
  }

  /** Reads {@link #text()}; what it does not know it leaves out. */
  public static DeclareExtras parse(String text) {
    Instant started = null;
    boolean separate = false;
    ChannelId announceIn = null;
    for (String word : text.split(" ", -1)) {
      if (word.startsWith("started=")) {
        started = instant(word.substring("started=".length()));
      } else if (word.equals("new")) {
        separate = true;
      } else if (word.startsWith("channel=")) {
        announceIn = new ChannelId(word.substring("channel=".length()));
      }
    }
    return new DeclareExtras(started, separate, announceIn);
  }

  String text() {
    return ((started == null ? "" : "started=" + started)
            + (separate ? " new" : "")
            + (announceIn == null ? "" : " channel=" + announceIn))
        .strip();
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
