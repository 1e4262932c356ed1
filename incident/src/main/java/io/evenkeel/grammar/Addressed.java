package io.evenkeel.grammar;

import io.evenkeel.incident.Person;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words for somebody: {@code @bob check the backups}, or {@code check the backups @bob}.
 *
 * @param who empty when nobody is named
 * @param words what is said to them
 */
record Addressed(Span who, Span words) {

  static Addressed of(Span all, Speaker speaker) {
    Span words = without(all, "for|to");
    if (words.empty()) {
      return new Addressed(words, words);
    }
    if (names(words.first(), speaker)) {
      return new Addressed(person(words.first(), words), without(words.from(1), "[:,–—-]|to"));
    }
    Word last = words.words().getLast();
    if (words.words().size() > 1 && marked(last)) {
      Span before = words.until(words.words().size() - 1);
      boolean linked = before.words().getLast().raw().toLowerCase(Locale.ROOT).matches("for|to");
      int end = before.words().size() - (linked ? 1 : 0);
      return new Addressed(person(last, words), before.until(end));
    }
    return new Addressed(all.until(0), all);
  }

  /** Words that only lead on to what is meant. */
  private static Span without(Span words, String leading) {
    return !words.empty() && words.first().raw().toLowerCase(Locale.ROOT).matches(leading)
        ? words.from(1)
        : words;
  }

  /** The name alone: {@code @bob:} without its colon. */
  private static Span person(Word word, Span in) {
    int length = word.raw().replaceFirst("[:,]+$", "").length();
    return new Span(in.source(), List.of(word.part(0, length)));
  }

  private static boolean marked(Word word) {
    return word.raw().startsWith("<@") || word.raw().startsWith("<!") || word.raw().startsWith("@");
  }

  /** A mention, a name behind an {@code @}, or a bare name that somebody has. */
  private static boolean names(Word word, Speaker speaker) {
    if (marked(word)) {
      return true;
    }
    String bare = word.raw().replaceFirst("[:,]+$", "");
    return word.plain() && !bare.isEmpty() && !People.find(bare, speaker).isEmpty();
  }

  /** The one person; null when nobody is named, or the fault says why it is not one. */
  @Nullable Person person(Said said, String one) {
    return who.empty() ? null : Who.find(said, who, "Nothing was recorded", one);
  }
}
