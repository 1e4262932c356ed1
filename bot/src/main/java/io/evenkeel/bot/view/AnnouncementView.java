package io.evenkeel.bot.view;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.CancelledAs;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.SeverityScale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident for everybody else: what it is, how it stands, and the way there. Kept current. */
public final class AnnouncementView {
  private AnnouncementView() {}

  /**
   * @param channel null while there is none
   */
  public static Message of(
      Incident incident, SeverityScale severities, @Nullable ChannelId channel) {
    if (incident.noise()) {
      return none(incident, severities);
    }
    var lines = new ArrayList<RichLine>();
    lines.add(
        new RichLine().text(SeverityMark.of(incident, severities) + " ").bold(incident.label()));
    var state =
        new RichLine()
            .text(SeverityMark.words(incident.severity(), severities))
            .text(incident.severityAssumed() ? " (assumed)" : "")
            .text(" · " + incident.status().word());
    if (incident.mergedInto() != null) {
      state.text(" into " + incident.mergedInto());
    } else if (incident.commander().isPresent()) {
      var commander = incident.commander().get();
      state
          .text(" · commander ")
          .person(commander.person().id())
          .text(commander.acting() ? " (acting)" : "");
    } else if (incident.open()) {
      state.text(" · nobody commands");
    }
    lines.add(state);
    if (incident.resolution() != null) {
      lines.add(new RichLine().bold("Resolution ").text(incident.resolution()));
    } else if (incident.update() != null) {
      lines.add(
          new RichLine()
              .bold("Update ")
              .at(incident.update().at())
              .text(": " + incident.update().text()));
    }
    if (channel != null) {
      lines.add(
          new RichLine()
              .text(incident.open() ? "Follow along in " : "It was worked on in ")
              .channel(channel));
    }
    var blocks = new ArrayList<LayoutBlock>(List.of(RichLine.block(lines)));
    if (incident.open()) {
      blocks.add(
          ActionsBlock.builder()
              .elements(
                  List.of(
                      CardButtons.button("say:join", "Join", "join " + incident.number(), null),
                      CardButtons.button(
                          "say:subscribe", "Subscribe", "subscribe " + incident.number(), null)))
              .build());
    }
    return new Message(
        Mrkdwn.literal(
            incident.label() + ": " + incident.severity() + ", " + incident.status().word(),
            Fit.MESSAGE),
        blocks);
  }

  /** It was announced and was none: struck through, with what it was instead. */
  private static Message none(Incident incident, SeverityScale severities) {
    CancelledAs as = incident.cancelledAs();
    String words = as == null ? "cancelled" : "cancelled as " + as.phrase();
    var mark = new RichLine().text(SeverityMark.of(incident, severities) + " ");
    return new Message(
        Mrkdwn.literal(incident.label() + ": " + words, Fit.MESSAGE),
        List.of(
            RichLine.block(
                List.of(
                    mark.struck(incident.label()),
                    new RichLine().text("It was no incident: " + words + ".")))));
  }
}
