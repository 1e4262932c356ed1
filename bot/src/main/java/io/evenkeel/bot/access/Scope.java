package io.evenkeel.bot.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a token may open. Each stands alone: none includes another. */
public enum Scope {
  /** Public incidents: postmortems, drafts, rotas. */
  READ("reads public incidents and rotas"),
  /** Commands and postmortems, for the person whose token it is. */
  WRITE("says commands and edits postmortems, for the person it belongs to"),
  /** The same for anybody who is named. */
  AS("speaks for anybody who is named"),
  /** Private incidents too, wherever the others lead. */
  PRIVATE("reaches private incidents, too");

  private final String words;

  Scope(String words) {
    this.words = words;
  }

  /** As it is typed and stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it opens, for people. */
  public String words() {
    return words;
  }

  /** In any letter case; empty for no scope. */
  public static Optional<Scope> named(String typed) {
    return Arrays.stream(values())
        .filter(scope -> scope.word().equalsIgnoreCase(typed.strip()))
        .findFirst();
  }

  /** All of them, for a sentence. */
  public static String listed() {
    return Arrays.stream(values()).map(Scope::word).collect(Collectors.joining(", "));
  }
}
