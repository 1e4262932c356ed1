package io.evenkeel.bot.view;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code declare} said that its form has no field for: it travels with the form, so that
 * nothing said is lost.
 */
public record DeclareExtras(boolean separate, @Nullable ChannelId announceIn) {

  static DeclareExtras of(Command.Declare draft) {
    return new DeclareExtras(draft.separate(), draft.announceIn());
  }

  /** Reads {@link #text()}; what it does not know it leaves out. */
  public static DeclareExtras parse(String text) {
    boolean separate = false;
    ChannelId announceIn = null;
    for (String word : text.split(" ", -1)) {
      if (word.equals("new")) {
        separate = true;
      } else if (word.startsWith("channel=")) {
        announceIn = new ChannelId(word.substring("channel=".length()));
      }
    }
    return new DeclareExtras(separate, announceIn);
  }

  String text() {
    return ((separate ? "new" : "") + (announceIn == null ? "" : " channel=" + announceIn)).strip();
  }
}
