package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
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
  private ListView() {}

  /**
   * One incident of a list.
   *
   * @param channel null until it is made
   * @param undone how many things could not be done in Slack and wait for a person
   */
  public record Row(Incident incident, @Nullable ChannelId channel, int undone) {}

  /**
   * @param rows a page of them, the newest first
   * @param more whether there is a page after it
   * @param now UTC, to say how long an open one has lasted
   */
  public static Message of(
      Utterance.Asked.Listing asked, List<Row> rows, boolean more, Instant now) {
    String newer = asked.page() > 1 ? asked.turnedTo(asked.page() - 1) : null;
    if (rows.isEmpty()) {
      return AnswerView.message(none(asked), declareAnd(null, newer), others(asked));
    }
    String title = title(asked, rows.size(), more);
    var blocks = new ArrayList<LayoutBlock>();
    blocks.addAll(AnswerView.sections(Prose.of("").strong(title)));
    for (Row row : rows) {
      blocks.add(SectionBlock.builder().text(markdownText(Mrkdwn.of(line(row, now)))).build());
    }
    String older = more ? asked.turnedTo(asked.page() + 1) : null;
    blocks.addAll(Buttons.row(declareAnd(older, newer), others(asked)));
    return new Message(Mrkdwn.literal(title, Fit.MESSAGE), blocks);
  }

  private static List<ButtonElement> declareAnd(@Nullable String older, @Nullable String newer) {
    var all = new ArrayList<>(Buttons.turns(older, newer));
    all.add(Buttons.declare());
    return all;
  }

  private static List<Offer> others(Utterance.Asked.Listing asked) {
    boolean filtered = asked.severity() != null || asked.service() != null;
    return switch (asked.scope()) {
      case MINE -> List.of(Offer.plain("All open incidents", "list open"));
      case OPEN, ALL ->
          filtered ? List.of(Offer.plain("All open incidents", "list open")) : List.of();
    };
  }

  private static Prose none(Utterance.Asked.Listing asked) {
    if (asked.page() > 1) {
      return Prose.of("There are no more incidents" + filter(asked) + ".");
    }
    if (!filter(asked).isEmpty()) {
      return Prose.of("No incident" + filter(asked) + " is there to see. ").then(hint());
    }
    return switch (asked.scope()) {
      case OPEN -> Prose.of("No incident is open. ").then(hint());
      case MINE -> Prose.of("You have no open incident. ").then(hint());
      case ALL -> Prose.of("No incident was ever declared here. ").then(hint());
    };
  }

  private static String filter(Utterance.Asked.Listing asked) {
    return (asked.severity() == null ? "" : " of severity " + asked.severity())
        + (asked.service() == null ? "" : " of the service " + asked.service());
  }

  private static Prose hint() {
    return Prose.of("To declare one: ").code("/incident declare <what is wrong>").text(".");
  }

  private static String title(Utterance.Asked.Listing asked, int count, boolean more) {
    boolean whole = asked.page() == 1 && !more;
    String which =
        switch (asked.scope()) {
          case OPEN -> "open ";
          case MINE -> "open ";
          case ALL -> "";
        };
    String counted = whole ? count + " " + which + (count == 1 ? "incident" : "incidents") : "";
    String title =
        asked.scope() == Utterance.Scope.MINE
            ? "Your " + (whole ? counted : "open incidents")
            : whole ? counted : which.isEmpty() ? "Incidents" : "Open incidents";
    return title + filter(asked) + (whole ? "" : ", page " + asked.page());
  }

  static Prose line(Row row, Instant now) {
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
