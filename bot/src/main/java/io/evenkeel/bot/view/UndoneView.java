package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Undone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could not be done in Slack: each thing with its reason, and a button that tries it again.
 */
public final class UndoneView {
  /** The card stays a card. */
  private static final int ON_CARD = 5;

  private static final int IN_MESSAGE = 20;

  private static final int LONGEST = 1500;

  private UndoneView() {}

  /**
   * The direct message to whoever commands.
   *
   * @param channel null while there is none
   */
  public static Message notice(
      Incident incident, @Nullable ChannelId channel, List<Undone> undone) {
    Prose head = Prose.of("⚠️ ").strong(incident.label());
    head = channel == null ? head : head.text(" (").room(channel).text(")");
    head =
        head.text(": " + counted(Undone.all(undone)).substring("⚠️ ".length()))
            .text(". Nothing is lost: it is recorded, and waits until somebody mends the cause.");
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(head));
    for (String line : lines(undone, IN_MESSAGE)) {
      blocks.add(SectionBlock.builder().text(markdownText(line)).build());
    }
    blocks.add(button(incident));
    blocks.add(
        SmallPrint.of(
            "Once it is mended, press the button or type `/incident retry INC-%d`."
                .formatted(incident.number().value())));
    return new Message(
        Mrkdwn.literal(
            incident.label() + ": " + counted(Undone.all(undone)).substring("⚠️ ".length()),
            Fit.MESSAGE),
        blocks);
  }

  /** Below the card's facts; nothing where nothing waits. */
  static List<LayoutBlock> onCard(Incident incident, List<Undone> undone) {
    if (undone.isEmpty()) {
      return List.of();
    }
    var blocks = new ArrayList<LayoutBlock>();
    for (String line : lines(undone, ON_CARD)) {
      blocks.add(SmallPrint.of("⚠️ Not done in Slack: " + line));
    }
    blocks.add(button(incident));
    return blocks;
  }

  /** "⚠️ 3 things could not be done in Slack". */
  static String counted(int count) {
    return "⚠️ " + (count == 1 ? "One thing" : count + " things") + " could not be done in Slack";
  }

  private static List<String> lines(List<Undone> undone, int most) {
    List<Undone> groups = Undone.grouped(undone);
    var lines = new ArrayList<String>();
    for (Undone one : groups.subList(0, Math.min(most, groups.size()))) {
      lines.add(Mrkdwn.of(one.words(), LONGEST));
    }
    if (groups.size() > most) {
      lines.add(
          counted(Undone.all(groups.subList(most, groups.size()))).substring("⚠️ ".length())
              + " besides.");
    }
    return lines;
  }

  private static LayoutBlock button(Incident incident) {
    return ActionsBlock.builder()
        .elements(
            List.of(
                CardButtons.button(
                    "say:retry", "Try again", "retry --incident-id " + incident.number(), null)))
        .build();
  }
}
