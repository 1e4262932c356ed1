package io.evenkeel.incident;

import java.util.Optional;

/**
 * Whether one incident can go on in another: both are worked on by the same people, in the open or
 * not, and are both real, both drills or both of the past.
 */
final class MergeFit {
  private MergeFit() {}

  /** Why not, in words; empty where it can. */
  static Optional<Decision.Refused> refused(Incident from, Incident to) {
    if (from.number().equals(to.number())) {
      return not(Prose.of("Nothing was merged: " + from.number() + " cannot go into itself."));
    }
    if (from.status() == Status.MERGED || from.noise() || from.status() == Status.CLOSED) {
      return Optional.of(Endings.over(from, "Only what is worked on is merged."));
    }
    if (!to.open()) {
      return Optional.of(Endings.over(to, "Nothing goes on in it."));
    }
    if (from.visibility() != to.visibility()) {
      return not(
          Prose.of("Nothing was merged: one of ")
              .strong(from.label())
              .text(" and ")
              .strong(to.label())
              .text(" is private, and what is told there stays there."));
    }
    if (from.mode() != to.mode()) {
      return not(
          Prose.of("Nothing was merged: " + from.number() + " is ")
              .text(article(from.mode()) + " and " + to.number() + " is " + article(to.mode()))
              .text("."));
    }
    return Optional.empty();
  }

  private static String article(Mode mode) {
    return switch (mode) {
      case LIVE -> "live";
      case DRILL -> "a drill";
      case BACKFILL -> "of the past";
    };
  }

  private static Optional<Decision.Refused> not(Prose words) {
    return Optional.of(Change.refused(words));
  }
}
