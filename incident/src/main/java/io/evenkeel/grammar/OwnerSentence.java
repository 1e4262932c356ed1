package io.evenkeel.grammar;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Prose;
import java.time.LocalDate;

/** {@code postmortem owner @bob by 2026-12-01}, {@code postmortem owner me}. */
final class OwnerSentence {
  private static final String NO_GROUP = "one person finishes a postmortem, not a group.";

  private OwnerSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    Behind<LocalDate> day = DueDay.behind(said, said.free());
    LocalDate due = DueDay.of(said, day, OwnerSentence::notADay);
    Span who = said.flag(Flag.USER).orElse(day.words());
    if (who.empty()) {
      said.fail(
          Prose.of("Nothing was recorded: say who finishes it. For example ")
              .code("/incident postmortem owner @bob by Friday")
              .text("."),
          Offer.plain("I do", "postmortem owner me"));
      return said.order(new Command.SharePostmortem());
    }
    boolean me = said.text(who).equalsIgnoreCase("me");
    Person owner =
        me ? said.speaker().person() : Who.find(said, who, "Nothing was recorded", NO_GROUP);
    return owner == null
        ? said.order(new Command.SharePostmortem())
        : said.or(() ->
            new Utterance.Order(
                Verb.POSTMORTEM,
                "owner " + People.token(owner) + (due == null ? "" : " --due " + due),
                said.target(),
                new PostmortemCommand.Own(owner, due)));
  }

  private static Prose notADay(String typed) {
    return Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” is not a day that I")
        .text(" understand. Type it like " + Days.EXAMPLES + ".");
  }
}
