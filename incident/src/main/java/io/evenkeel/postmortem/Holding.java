package io.evenkeel.postmortem;

import io.evenkeel.incident.Handover;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.RoleTerm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person's time in a role, and how it ended.
 *
 * @param name the name they went by
 * @param acting never confirmed
 * @param since UTC
 * @param until UTC; null for who holds it now, or held it to the end
 * @param ended what ended it, in a few words: {@code confirmed}, {@code taken over by bob}; empty
 *     while nothing did
 */
public record Holding(
    Role role, String name, boolean acting, Instant since, @Nullable Instant until, String ended) {

  /** Role by role, in the order in which the roles were first held. */
  static List<Holding> of(List<RoleTerm> terms, List<Handover> handovers) {
    Map<Role, List<RoleTerm>> byRole = new LinkedHashMap<>();
    terms.stream()
        .sorted(Comparator.comparing(RoleTerm::from))
        .forEach(term -> byRole.computeIfAbsent(term.role(), _ -> new ArrayList<>()).add(term));
    return byRole.values().stream()
        .flatMap(held -> held.stream().map(term -> of(term, next(held, term), handovers)))
        .toList();
  }

  private static Holding of(RoleTerm term, @Nullable RoleTerm next, List<Handover> handovers) {
    return new Holding(
        term.role(),
        term.person().name(),
        term.acting(),
        term.from(),
        term.until(),
        term.until() == null ? "" : ended(term, next, handovers));
  }

  private static String ended(RoleTerm term, @Nullable RoleTerm next, List<Handover> handovers) {
    if (next == null) {
      return Objects.equals(term.endedBy(), term.person().id().value())
          ? "given back"
          : "taken back";
    }
    if (next.person().id().equals(term.person().id())) {
      return next.acting() ? "laid down" : "confirmed";
    }
    if (handovers.stream().anyMatch(handover -> ended(term, handover))) {
      return "handed over to " + next.person().name();
    }
    boolean command = term.role().equals(Role.INCIDENT_COMMANDER) && !term.acting();
    return (command ? "taken over by " : "followed by ") + next.person().name();
  }

  private static boolean ended(RoleTerm term, Handover handover) {
    Handover.Ended ended = handover.ended();
    return ended != null
        && ended.how() == Handover.How.ACCEPTED
        && handover.role().equals(term.role())
        && ended.at().equals(term.until());
  }

  /** Whoever held it from the very moment on. */
  private static @Nullable RoleTerm next(List<RoleTerm> held, RoleTerm term) {
    int after = held.indexOf(term) + 1;
    return Optional.of(after)
        .filter(at -> at < held.size())
        .map(held::get)
        .filter(next -> next.from().equals(term.until()))
        .orElse(null);
  }
}
