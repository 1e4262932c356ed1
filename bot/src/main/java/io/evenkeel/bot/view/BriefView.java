package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Topic;
import io.evenkeel.incident.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Direct messages to those who subscribed: one for an incident, and what follows in its thread. */
public final class BriefView {
  private BriefView() {}

  /**
   * The first one: what it is, what is new, why they read it, and how to stop it.
   *
   * @param channel the incident's; null while there is none
   * @param topic what they subscribed
   */
  public static Message first(
      Incident incident,
      SeverityScale severities,
      List<TimelineEntry> entries,
      @Nullable ChannelId channel,
      Topic topic) {
    var state =
        new RichLine()
            .text(SeverityMark.of(incident, severities) + " ")
            .bold(incident.label())
            .text(" · " + SeverityMark.words(incident.severity(), severities))
            .text(" · " + incident.status().word());
    var where = new RichLine();
    if (channel != null && incident.visibility() == Visibility.PUBLIC) {
      where.text("It is worked on in ").channel(channel).text(". ");
    }
    where
        .text("What follows comes into the thread of this message. You read it because you")
        .text(" subscribed to " + topic.words(severities) + ".");
    Message news = EntriesView.of(incident, severities, entries, null);
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(RichLine.block(List.of(state)));
    blocks.addAll(news.blocks());
    blocks.add(RichLine.block(List.of(where)));
    var offers = new ArrayList<Offer>();
    if (incident.open()) {
      offers.add(Offer.plain("Join " + incident.number(), "join " + incident.number()));
    }
    offers.add(
        Offer.plain(
            Fit.plain("Stop " + topic.words(severities), Buttons.LABEL),
            "unsubscribe " + topic.typed()));
    blocks.addAll(Buttons.row(List.of(), offers));
    return new Message(news.text(), blocks);
  }

  /** What is new, in the thread. */
  public static Message more(
      Incident incident, SeverityScale severities, List<TimelineEntry> entries) {
    return EntriesView.of(incident, severities, entries, null);
  }
}
