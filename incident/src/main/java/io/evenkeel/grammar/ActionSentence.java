package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.ActionClass;
import io.evenkeel.incident.ActionCommand;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code action @user text by 2026-12-01}, {@code action done 2}, {@code action list}. */
final class ActionSentence {
  private static final String DONE = "done|finish|finished|close|closed|complete|completed";
  private static final String NO_GROUP = "an action item has one owner, not a group.";

  /** Meant as a day, so that it is not taken for text when it is none. */
  private static final Pattern LIKE_A_DAY =
      Pattern.compile("(?:^|\\s)(?:by|until|due) (\\d{1,4}[-/.]\\d{1,2}(?:[-/.]\\d{1,4})?)$");

  private ActionSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    Span free = said.free();
    boolean flags =
        said.has(Flag.USER) || said.has(Flag.MESSAGE) || said.has(Flag.DUE) || said.has(Flag.CLASS);
    String all = free.compact(said.speaker().directory()).toLowerCase(Locale.ROOT);
    Utterance across = flags ? null : across(said, all);
    if (across != null) {
      return across;
    }
    if (!flags && all.matches("|items?|list|ls|all|open|items? list|list items?")) {
      return said.question(new Asked.Actions());
    }
    if (!free.empty() && free.first().plain()) {
      Utterance known = known(said, free);
      if (known != null) {
        return known;
      }
    }
    return add(said);
  }

  /** {@code done 2}, {@code 2 done}, {@code 2 @bob by 2026-12-01}. */
  private static @Nullable Utterance known(Said said, Span free) {
    String first = free.first().raw().toLowerCase(Locale.ROOT);
    Optional<Integer> number = Counted.read(first);
    Span rest = free.from(1);
    String second = rest.empty() ? "" : rest.first().raw().toLowerCase(Locale.ROOT);
    boolean numberFirst = number.isPresent() && second.matches(DONE);
    int behind = rest.words().size();
    if ((numberFirst || first.matches(DONE)) && (behind == 1 || behind == 2)) {
      return closed(said, numberFirst ? number : Counted.read(second), rest.from(1));
    }
    if (number.isEmpty()) {
      return null;
    }
    Behind<LocalDate> day = DueDay.behind(said, rest);
    Addressed to = Addressed.of(day.words(), said.speaker());
    boolean changes =
        said.has(Flag.USER) || said.has(Flag.DUE) || said.has(Flag.CLASS) || !rest.empty();
    Optional<ActionClass> bare =
        said.has(Flag.CLASS) || to.words().words().size() != 1
            ? Optional.empty()
            : ActionClass.find(to.words().first().raw());
    if (!changes || (!to.words().empty() && bare.isEmpty())) {
      return null;
    }
    LocalDate due = DueDay.of(said, day, ActionSentence::notADay);
    Person owner = owner(said, to);
    ActionClass kind = bare.orElseGet(() -> ActionClassFlag.read(said));
    return said.order(new ActionCommand.Change(number.get(), owner, due, kind));
  }

  /** {@code done 2}, and {@code done 2 https://…} with a link to what was done. */
  private static @Nullable Utterance closed(Said said, Optional<Integer> number, Span link) {
    Optional<String> url = link.empty() ? Optional.empty() : LinkSentences.url(said, link.first());
    return number.isEmpty() || (url.isEmpty() && !link.empty())
        ? null
        : said.order(new ActionCommand.Close(number.get(), url.orElse(null)));
  }

  /** {@code actions mine}: across incidents. */
  private static @Nullable Utterance across(Said said, String words) {
    return Arrays.stream(Utterance.Scope.values())
        .filter(scope -> scope.name().equalsIgnoreCase(words))
        .filter(_ -> said.target() == null)
        .findFirst()
        .map(scope -> said.question(new Asked.Following(scope, AskSentences.page(said).orElse(1))))
        .orElse(null);
  }

  private static Utterance add(Said said) {
    Behind<LocalDate> day = DueDay.behind(said, said.free());
    LocalDate due = DueDay.of(said, day, ActionSentence::notADay);
    ActionClass kind = ActionClassFlag.read(said);
    Addressed to = Addressed.of(day.words(), said.speaker());
    Person owner = owner(said, to);
    said.remain(to.words());
    String text = said.text(Limit.LINE, Flag.MESSAGE);
    if (text.isEmpty()) {
      said.fail(Faults.missing(Verb.ACTION, "say what is to be done afterwards."));
    }
    var unread = LIKE_A_DAY.matcher(text);
    if (due == null && unread.find()) {
      said.fail(notADay(unread.group(1)));
    }
    return said.or(() ->
        new Utterance.Order(
            Verb.ACTION,
            again(owner, text, due, kind),
            said.target(),
            new ActionCommand.Add(owner, text, due, kind)));
  }

  private static @Nullable Person owner(Said said, Addressed to) {
    return said.flag(Flag.USER)
        .map(user -> new Addressed(user, to.words()))
        .orElse(to)
        .person(said, NO_GROUP);
  }

  private static Prose notADay(String typed) {
    return Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” is not a day that I")
        .text(" understand. Type it like " + Days.EXAMPLES + ": ")
        .code("/incident " + Verb.ACTION.example())
        .text(".");
  }

  /** For a button that says it once more: "in 2 days" would mean another day by then. */
  private static String again(
      @Nullable Person owner, String text, @Nullable LocalDate due, @Nullable ActionClass kind) {
    String who = owner == null ? "" : People.token(owner) + " ";
    return who
        + "--message "
        + Offer.quoted(text)
        + (due == null ? "" : " --due " + due)
        + (kind == null ? "" : " --class " + kind.word());
  }
}
