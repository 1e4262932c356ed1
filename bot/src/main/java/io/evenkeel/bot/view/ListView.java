package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.TPlus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents in a list: severity, status, who commands, how long, and the way there. */
public final class ListView {
  /** Each takes a block, and Slack takes 50 of them. */
  private static final int LONGEST = 40;

  /** A list of so many may have been cut. */
  private static final int FULL = 20;

  private ListView() {}

  /**
   * One incident of a list.
   *
   * @param channel null until it is made
   * @param undone how many things could not be done in Slack and wait for a person
   */
  public record Row(Incident incident, @Nullable ChannelId channel, int undone) {}

  /**
   * @param rows the newest first; no more than 40 are shown
   * @param now UTC, to say how long an open one has lasted
   */
  public static Message of(Utterance.Scope scope, List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return AnswerView.message(none(scope), List.of(Buttons.declare()), List.of());
    }
    var blocks = new ArrayList<LayoutBlock>();
    blocks.addAll(AnswerView.sections(Prose.of("").strong(title(scope, rows.size()))));
    for (Row row : rows.subList(0, Math.min(LONGEST, rows.size()))) {
      blocks.add(SectionBlock.builder().text(markdownText(Mrkdwn.of(line(row, now)))).build());
    }
    blocks.addAll(Buttons.row(List.of(Buttons.declare()), others(scope)));
    return new Message(title(scope, rows.size()), blocks);
  }

  private static List<Offer> others(Utterance.Scope scope) {
    return switch (scope) {
      case MINE -> List.of(Offer.plain("All open incidents", "list open"));
      case OPEN, ALL -> List.of();
    };
  }

  private static Prose none(Utterance.Scope scope) {
    return switch (scope) {
      case OPEN -> Prose.of("No incident is open. ").then(hint());
      case MINE -> Prose.of("You have no open incident. ").then(hint());
      case ALL -> Prose.of("No incident was ever declared here. ").then(hint());
    };
  }

  private static Prose hint() {
    return Prose.of("To declare one: ").code("/incident declare <what is wrong>").text(".");
  }

  private static String title(Utterance.Scope scope, int count) {
    String incidents = count == 1 ? "incident" : "incidents";
    String counted = (count < FULL ? "" : "newest ") + count;
    return switch (scope) {
      case OPEN -> (count < FULL ? "" : "The ") + counted + " open " + incidents;
      case MINE -> "Your " + counted + " open " + incidents;
      case ALL -> (count < FULL ? "" : "The ") + counted + " " + incidents;
    };
  }

  private static Prose line(Row row, Instant now) {
    Incident incident = row.incident();
    Prose line =
        Prose.of("")
            .strong(incident.label())
            .text("\n" + incident.severity())
            .text(incident.severityAssumed() ? " (assumed) · " : " · ")
            .text(incident.status().word());
    if (incident.open()) {
      line = line.text(" · " + TPlus.label(incident.zero(), now));
    }
    if (incident.mode() != Mode.LIVE) {
      line = line.text(" · " + incident.mode().word());
    }
    var commander = incident.commander();
    line =
        commander.isEmpty()
            ? line.text(" · nobody commands")
            : line.text(" · ")
                .mention(commander.get().person())
                .text(commander.get().acting() ? " acting commander" : " commander");
    line = row.channel() == null ? line : line.text(" · ").room(row.channel());
    return row.undone() == 0 ? line : line.text("\n" + UndoneView.counted(row.undone()));
  }
}
