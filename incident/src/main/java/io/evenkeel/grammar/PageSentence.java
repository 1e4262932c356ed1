package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageOrder;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code page @bob text}, {@code page payments}, {@code page ack 3}, {@code page decline 3}, {@code
 * page stop 3}, {@code page list}; {@code escalate 3}; {@code load @bob}.
 */
final class PageSentence {
  private static final String ACKNOWLEDGE = "ack|acknowledge|acknowledged|acked|accept|yes";
  private static final String DECLINE = "decline|declined|no|refuse";
  private static final String STOP = "stop|cancel|end|off";

  private PageSentence() {}

  static Utterance page(Said said) {
    said.leadingIncident(false);
    Span free = said.free();
    if (free.empty()) {
      if (said.has(Flag.MESSAGE)) {
        said.fail(Faults.missing(Verb.PAGE, "say who is wanted."));
      }
      return said.question(new Asked.Pages());
    }
    String first = free.first().raw().toLowerCase(Locale.ROOT);
    boolean alone = free.words().size() == 1;
    if (alone && first.matches("list|ls|all|open")) {
      return said.question(new Asked.Pages());
    }
    Optional<PageOrder> answer = answer(first, free);
    if (answer.isPresent()) {
      return said.order(new Command.Paging(answer.get()));
    }
    Page.Asked asked = asked(said, free.until(1));
    said.remain(free.from(1));
    String text = said.text(Limit.LINE, Flag.MESSAGE);
    return said.order(new Command.Paging(new PageOrder.Send(asked, text.isEmpty() ? null : text)));
  }

  static Utterance escalate(Said said) {
    said.leadingIncident(false);
    Integer number = null;
    if (!said.free().empty()) {
      number = Counted.read(said.free().first().raw()).orElse(null);
      said.remain(number == null ? said.free() : said.free().from(1));
    }
    said.nothingLeft();
    return said.order(new Command.Paging(new PageOrder.Escalate(number)));
  }

  static Utterance load(Said said) {
    if (said.free().empty()) {
      return said.question(new Asked.Load(null));
    }
    Span who = said.free().until(1);
    said.remain(said.free().from(1));
    said.nothingLeft();
    Person person = Who.find(said, who, "Nothing was looked up", "the load is one person's.");
    return said.question(new Asked.Load(person));
  }

  /** A word that answers a page, and its number behind it if there is one; nothing more. */
  private static Optional<PageOrder> answer(String first, Span free) {
    Integer number =
        free.words().size() == 2 ? Counted.read(free.words().get(1).raw()).orElse(null) : null;
    if (free.words().size() > 2 || (free.words().size() == 2 && number == null)) {
      return Optional.empty();
    }
    return Optional.ofNullable(answer(first, number));
  }

  private static @Nullable PageOrder answer(String word, @Nullable Integer number) {
    if (word.matches(ACKNOWLEDGE)) {
      return new PageOrder.Acknowledge(number);
    }
    if (word.matches(DECLINE)) {
      return new PageOrder.Decline(number);
    }
    return word.matches(STOP) ? new PageOrder.Stop(number) : null;
  }

  /** A mention is that person; every other word may be a policy, a schedule, a group or a name. */
  private static Page.Asked asked(Said said, Span whom) {
    Word word = whom.first();
    String typed = said.text(whom);
    if (SlackToken.group(word.raw()) && typed.matches("@?(here|channel|everyone)")) {
      said.fail(
          Prose.of("Nobody was paged: a page asks people by name, or by a policy. For example ")
              .code("/incident " + Verb.PAGE.example())
              .text("."),
          Offer.plain("Next in line", "escalate"));
    }
    if (SlackToken.group(word.raw())) {
      return new Page.Asked.Group(People.bare(typed).toLowerCase(Locale.ROOT));
    }
    boolean marked = word.token() || word.raw().startsWith("@") || People.me(People.bare(typed));
    var people = marked ? People.find(word.raw(), said.speaker()) : List.<Person>of();
    if (people.size() == 1) {
      return new Page.Asked.Somebody(people.getFirst());
    }
    if (people.size() > 1) {
      Who.find(said, whom, "Nobody was paged", "a page asks one person.");
    }
    String name = People.bare(typed).replaceFirst("^#", "").replaceFirst("[:,]+$", "");
    return new Page.Asked.Named(name.toLowerCase(Locale.ROOT));
  }
}
