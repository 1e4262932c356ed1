package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a merged incident goes on, under whatever still shows it. */
public final class GoesOnView {
  private GoesOnView() {}

  /**
   * The message as it is when the incident is on its own.
   *
   * @param channel of the incident it goes on in; null while there is none
   */
  public static Message under(Message message, Incident incident, @Nullable ChannelId channel) {
    var into = incident.mergedInto();
    if (into == null) {
      return message;
    }
    var line = new RichLine().text("It goes on in ").bold(into.toString());
    if (channel != null) {
      line.text(": ").channel(channel);
    }
    var blocks = new ArrayList<LayoutBlock>(message.blocks());
    blocks.add(RichLine.block(List.of(line)));
    return new Message(message.text(), blocks);
  }
}
