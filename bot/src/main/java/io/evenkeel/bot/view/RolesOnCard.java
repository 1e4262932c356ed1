package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.composition.TextObject;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Roles;
import java.util.List;
import java.util.Locale;

/** Who holds which role, on the card: with who was asked to take it over. */
final class RolesOnCard {
  /** Slack's limit for the fields of a section. */
  private static final int FIELDS = 10;

  private RolesOnCard() {}

  static List<TextObject> of(Card card, Roles roles) {
    Incident incident = card.incident();
    return roles.entries().stream()
        .limit(FIELDS)
        .map(entry -> {
          String words = entry.role().words();
          String name = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
          return "*%s*\n%s"
              .formatted(
                  Mrkdwn.literal(name, 200),
                  incident
                          .holder(entry.role())
                          .map(held ->
                              "<@" + held.person().id() + ">" + (held.acting() ? " (acting)" : ""))
                          .orElse("nobody yet")
                      + asked(card, entry.role()));
        })
        .<TextObject>map(text -> markdownText(text))
        .toList();
  }

  /** Who was asked to take a role over, until when. */
  private static String asked(Card card, Role role) {
    return card.board()
        .openHandover(role)
        .filter(_ -> card.incident().open())
        .map(handover ->
            "\n→ <@"
                + handover.to().id()
                + "> "
                + (handover.awaited().equals(handover.to()) ? "was asked" : "asks for it")
                + ", until "
                + Mrkdwn.time(handover.lapsesAt()))
        .orElse("");
  }
}
