package io.evenkeel.bot.view;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.Audience;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that waits: the question to whoever approves it, as it will be read. */
public final class StatementAsk {
  private StatementAsk() {}

  /**
   * To whoever approves it, with buttons for the answer.
   *
   * @param channel the incident's; null while there is none
   */
  public static Message of(Incident incident, Statement statement, @Nullable ChannelId channel) {
    Prose words =
        Prose.of("📰 ")
            .mention(statement.author())
            .text(" wrote a statement for " + statement.audience().word() + " about ")
            .strong(incident.label());
    words = channel == null ? words : words.text(" (").room(channel).text(")");
    words = words.text(". Nothing is posted before you say yes. This is what will be read:");
    var blocks = new ArrayList<LayoutBlock>(AnswerView.sections(words));
    blocks.add(RichLine.quoted(statement.text()));
    blocks.addAll(notice(incident, statement.audience(), statement.text()));
    String which = statement.number() + " --incident-id " + incident.number();
    blocks.add(
        ActionsBlock.builder()
            .elements(
                List.of(
                    CardButtons.button(
                        "say:approve", "Approve", "statement approve " + which, "primary"),
                    CardButtons.button(
                        "open:statement",
                        "Change",
                        incident.number() + " " + statement.number(),
                        null),
                    CardButtons.button(
                        "say:decline", "Decline", "statement decline " + which, null)))
            .build());
    return new Message(Mrkdwn.of(words, Fit.SECTION), blocks);
  }

  /** People have no place in what customers read, unless they agreed to it. */
  static List<LayoutBlock> notice(Incident incident, Audience audience, String text) {
    if (audience != Audience.CUSTOMERS) {
      return List.of();
    }
    List<String> named =
        incident.roles().values().stream()
            .map(held -> held.person().name())
            .distinct()
            .filter(
                name -> text.matches("(?is).*\\b" + java.util.regex.Pattern.quote(name) + "\\b.*"))
            .toList();
    return named.isEmpty()
        ? List.of()
        : List.of(
            SmallPrint.of(
                "⚠️ It names "
                    + Mrkdwn.literal(String.join(", ", named))
                    + ". What customers read names nobody, unless they agreed."));
  }
}
