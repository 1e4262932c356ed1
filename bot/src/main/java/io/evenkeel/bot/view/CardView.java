package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TPlus;
import io.evenkeel.incident.Visibility;
import io.evenkeel.slo.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The status card: everything that somebody who has just woken up needs, and the next buttons. */
public final class CardView {
  private CardView() {}

  public static Message of(Card card, Roles roles, SeverityScale severities) {
    Incident incident = card.incident();
    var blocks = new ArrayList<LayoutBlock>();
    String title = SeverityMark.of(incident, severities) + " " + incident.label();
    blocks.add(HeaderBlock.builder().text(plainText(Fit.plain(title, Fit.HEADER), false)).build());
    blocks.add(section(state(incident, severities)));
    blocks.addAll(CardButtons.severities(incident, severities));
    blocks.add(SectionBlock.builder().fields(RolesOnCard.of(card, roles)).build());
    blocks.addAll(CardButtons.roles(incident, roles));
    blocks.add(RichLine.block(news(incident)));
    blocks.addAll(BoardOnCard.of(incident, card.board()));
    blocks.addAll(LinksView.onCard(card.board()));
    blocks.addAll(RunbookOnCard.of(incident, card.runbooks()));
    blocks.add(SmallPrint.of(MilestoneLine.of(incident)));
    if (!card.costs().isEmpty()) {
      String costs = card.costs().stream().map(Cost::brief).collect(Collectors.joining(", "));
      blocks.add(SmallPrint.of("Error budget burned: " + Mrkdwn.literal(costs, 500)));
    }
    blocks.addAll(UndoneView.onCard(incident, card.undone()));
    blocks.add(CardButtons.of(incident, card.runbooks()));
    if (!incident.open() && incident.mergedInto() == null) {
      blocks.add(SmallPrint.of("Is it back? Type `/incident reopen` and why."));
    }
    return new Message(fallback(incident), blocks);
  }

  private static String fallback(Incident incident) {
    return Mrkdwn.literal(
        incident.label() + ": " + incident.severity() + ", " + incident.status().word(),
        Fit.MESSAGE);
  }

  private static String state(Incident incident, SeverityScale severities) {
    var line = new StringBuilder("*" + Mrkdwn.literal(incident.severity().name()) + "*");
    severities
        .level(incident.severity())
        .ifPresent(level ->
            line.append(" ").append(Mrkdwn.literal(level.word() + ": " + level.meaning(), 500)));
    if (incident.severityAssumed()) {
      line.append(" (assumed)");
    }
    line.append("\nStatus *").append(incident.status().word()).append("*");
    if (incident.cancelledAs() != null) {
      line.append(" as ")
          .append(incident.cancelledAs().phrase())
          .append(" (counted as alert noise)");
    }
    if (incident.mergedInto() != null) {
      line.append(" into ").append(incident.mergedInto());
    }
    if (incident.mode() != Mode.LIVE) {
      line.append(" · *").append(incident.mode().word()).append("*");
    }
    if (incident.visibility() == Visibility.PRIVATE) {
      line.append(" · private");
    }
    if (!incident.services().isEmpty()) {
      line.append(" · ").append(Mrkdwn.literal(String.join(", ", incident.services()), 500));
    }
    return line.toString();
  }

  private static List<RichLine> news(Incident incident) {
    var lines = new ArrayList<RichLine>();
    var update = incident.update();
    if (update == null) {
      lines.add(new RichLine().bold("Latest update ").text("none yet"));
    } else {
      lines.add(
          new RichLine()
              .bold("Latest update ")
              .at(update.at())
              .text(" (" + TPlus.label(incident.zero(), update.at()) + ")"));
      lines.add(new RichLine().text(update.text()));
      if (update.next() != null && incident.open()) {
        lines.add(new RichLine().bold("Next update ").at(update.next()));
      }
    }
    if (incident.resolution() != null) {
      lines.add(new RichLine().bold("Resolution ").text(incident.resolution()));
    }
    return lines;
  }

  private static LayoutBlock section(String mrkdwn) {
    return SectionBlock.builder().text(markdownText(mrkdwn)).build();
  }
}
