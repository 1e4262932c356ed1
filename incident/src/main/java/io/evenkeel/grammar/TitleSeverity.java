package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The severity of a new incident: from its flag, or from a word right before or after the title
 * ({@code sev1 api down}, {@code api down SEV 1}). Within the title and in quotes it is text.
 */
final class TitleSeverity {
  private final Said said;
  private Span words;
  private @Nullable Severity found;

  private TitleSeverity(Said said) {
    this.said = said;
    this.words = said.free();
  }

  /** Null when nobody said; the words that remain are the title. */
  static @Nullable Severity take(Said said) {
    var title = new TitleSeverity(said);
    title.flagged();
    title.edge(true);
    title.edge(false);
    said.remain(title.words);
    return title.found;
  }

  private void flagged() {
    Span given = said.flag(Flag.SEVERITY).orElse(null);
    if (given == null) {
      return;
    }
    var severity = Severities.find(said.text(given), said.speaker().severities());
    if (severity.isEmpty()) {
      unknown(given);
    }
    found = severity.orElse(null);
  }

  private void edge(boolean front) {
    for (int n = Math.min(2, words.words().size()); n >= 1; n--) {
      int size = words.words().size();
      Span part = front ? words.until(n) : words.from(size - n);
      String typed = bare(part);
      if (typed.isEmpty() || (n == 2 && !bare(part.until(1)).matches("(?i)sev|severity"))) {
        continue;
      }
      var severity = severity(typed);
      if (severity.isPresent()) {
        Span left = front ? words.from(n) : words.until(size - n);
        settle(part, left, typed, severity.get());
        return;
      }
      if (Severities.looksLikeOne(typed)) {
        unknown(part);
        return;
      }
    }
  }

  private Optional<Severity> severity(String typed) {
    var scale = said.speaker().severities();
    return scale
        .find(typed)
        .or(() ->
            Severities.looksLikeOne(typed) ? Severities.find(typed, scale) : Optional.empty());
  }

  private void settle(Span part, Span left, String typed, Severity severity) {
    if (typed.equalsIgnoreCase("S3") && !left.empty()) {
      storage(part, left, severity);
    } else if (found != null && !found.equals(severity)) {
      said.fail(
          Answer.unchanged(
              Prose.of(
                      "Nothing was declared: is it " + found + " or " + severity + "? Say it once,")
                  .text(" and put the title in double quotes if both belong into it.")));
    } else {
      found = severity;
      words = left.withoutDash();
    }
  }

  /** S3 is a severity here and a storage service everywhere: one of the two must be said. */
  private void storage(Span part, Span left, Severity severity) {
    String without = said.text(left.withoutDash());
    said.fail(
        Answer.unchanged(
            Prose.of("Nothing was declared yet: does " + said.text(part) + " belong to the title,")
                .text(" or is it the severity?"),
            Offer.primary(
                Faults.label("Title: " + said.text(words)), declare(said.text(words), found)),
            Offer.plain(Faults.label(severity + ": " + without), declare(without, severity))));
  }

  private String declare(String title, @Nullable Severity severity) {
    return "declare --title "
        + Offer.quoted(title)
        + (severity == null || said.has(Flag.SEVERITY) ? "" : " --severity " + severity)
        + flagsOnly();
  }

  /** The flags of the command, as typed. */
  private String flagsOnly() {
    var rest = new StringBuilder();
    int at = 0;
    for (Word word : said.free().words()) {
      rest.append(said.rest(), at, word.start());
      at = word.end();
    }
    String flags = CleanText.trimmed(rest.append(said.rest().substring(at)).toString());
    return flags.isEmpty() ? "" : " " + flags;
  }

  private void unknown(Span part) {
    var scale = said.speaker().severities();
    said.fail(
        Answer.unchanged(
            Prose.of("Nothing was declared: there is no ")
                .code(Faults.echo(said.text(part)).toUpperCase(Locale.ROOT))
                .text(" here. There are ")
                .then(Severities.named(scale))
                .text("."),
            Severities.offers(scale, right -> said.with(part, right.name()))));
  }

  /** Without what people put around it: {@code [SEV-1]}, {@code sev1:}, {@code (P0)}. */
  private String bare(Span part) {
    if (part.words().stream().anyMatch(word -> !word.plain())) {
      return "";
    }
    return part.compact(said.speaker().directory()).replaceAll("^[\\[(]+|[\\])]*[:,;]?$", "");
  }
}
