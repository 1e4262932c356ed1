package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Indicator.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Questions that a team gave, made into an indicator, with doubts about them told. */
final class Queries {
  private static final Pattern SERVER_ERRORS =
      Pattern.compile("[a-z_]*(?:code|status)[a-z_]*=~?\\(?5.*");
  private static final Pattern NO_SERVER_ERRORS =
      Pattern.compile("[a-z_]*(?:code|status)[a-z_]*!~?=?\\(?\\^?\\[?4?-?5.*");
  private static final Pattern NO_CLIENT_ERRORS =
      Pattern.compile("[a-z_]*(?:code|status)[a-z_]*(!=|!~|=~).*");

  private Queries() {}

  /**
   * @param part where the query stands
   * @param over what makes a question of a series without a range, as OpenSLO has them; null where
   *     that is wrong
   */
  static Optional<Promql> read(Part part, @Nullable String over) {
    Optional<String> text = part.required("a query in PromQL");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Promql query = Promql.of(text.get());
    Optional<String> unclosed = query.unclosed();
    if (unclosed.isPresent()) {
      part.error(unclosed.get(), "Put the query right; promtool says where");
      return Optional.empty();
    }
    if (query.hasWindow()) {
      return Optional.of(query);
    }
    if (query.text().contains("$__")) {
      part.error("holds a variable of Grafana", "Write [{{window}}] as the range");
      return Optional.empty();
    }
    if (query.hasFixedRange()) {
      part.error(
          "looks at the same time whatever it is asked for",
          "Write {{window}} for the range: " + query.mended());
      return Optional.empty();
    }
    Optional<String> series = over == null ? Optional.empty() : query.bare();
    if (series.isEmpty()) {
      part.error(
          "has no range, so that it cannot be asked over a window",
          "Count over {{window}}, such as sum(rate(http_requests_total[{{window}}]))");
    }
    return series.map(bare -> new Promql("sum(" + over + "(" + bare + "[{{window}}]))"));
  }

  /** What is bad of all: {@code bad} as it is. */
  static Indicator bad(Kind kind, Promql bad, Promql valid, Part part) {
    doubts(kind, bad, valid, part, "bad");
    if (counts(bad, NO_SERVER_ERRORS)) {
      part.warning(
          "counts as bad what is not a server's error: good and bad may be swapped",
          "Check which one this is");
    }
    return new Indicator(kind, bad.text(), valid.text());
  }

  /** What is good of all: the rest is bad. Where no good one was ever counted, all are. */
  static Indicator good(Kind kind, Promql good, Promql valid, Part part) {
    doubts(kind, good, valid, part, "good");
    if (counts(good, SERVER_ERRORS)) {
      part.warning(
          "counts a server's errors as good: good and bad may be swapped",
          "Check which one this is");
    }
    return new Indicator(
        kind,
        "%s - (%s or vector(0))"
            .formatted(Indicator.summed(valid.text()), Indicator.summed(good.text())),
        valid.text());
  }

  /** A ratio that is computed already, of what is bad; it counts each moment the same. */
  static Indicator share(Kind kind, Promql bad) {
    return new Indicator(
        kind, "avg(" + bad.text() + ")", "avg(" + bad.text() + ")" + Indicator.EACH_MOMENT);
  }

  private static void doubts(Kind kind, Promql part, Promql total, Part place, String name) {
    if (part.text().equals(total.text())) {
      place.error(name + " and total are the same question", "Narrow " + name + " down");
      return;
    }
    for (Promql.Selected narrow : part.selected()) {
      for (Promql.Selected wide : total.selected()) {
        if (narrow.metric().equals(wide.metric()) && strictly(wide.matchers(), narrow.matchers())) {
          place.warning(
              "total counts less than " + name + " does: they may be swapped",
              "total is what " + name + " is a part of");
          return;
        }
      }
    }
    if (alien(part, total)) {
      place.warning(
          name + " counts another metric than total",
          "That is right only where each of the one is counted in the other, too");
    }
    boolean codes = counts(part, SERVER_ERRORS) || counts(part, NO_SERVER_ERRORS) || codes(part);
    if (kind == Kind.AVAILABILITY && codes && !counts(total, NO_CLIENT_ERRORS)) {
      place.warning(
          "total counts what clients did wrong (4xx), which is not the service's to answer for",
          "Leave it out of total and of good, such as by code!~\"4..\"");
    }
  }

  /** Whether the wide one holds all that the narrow one has, and more. */
  private static boolean strictly(Set<String> more, Set<String> fewer) {
    return more.size() > fewer.size() && more.containsAll(fewer);
  }

  private static boolean alien(Promql one, Promql other) {
    Set<String> known = Set.copyOf(other.selected().stream().map(s -> family(s.metric())).toList());
    return !known.isEmpty()
        && !one.selected().isEmpty()
        && one.selected().stream().noneMatch(s -> known.contains(family(s.metric())));
  }

  /** A histogram's series are one metric. */
  private static String family(String metric) {
    return metric.replaceAll("_(bucket|count|sum|total)$", "");
  }

  private static boolean codes(Promql query) {
    return query.selected().stream()
        .flatMap(one -> one.matchers().stream())
        .anyMatch(matcher -> matcher.matches("[a-z_]*(code|status)[a-z_]*(=|!).*[0-9].*"));
  }

  private static boolean counts(Promql query, Pattern what) {
    return query.selected().stream()
        .flatMap(one -> one.matchers().stream())
        .anyMatch(matcher -> what.matcher(matcher).matches());
  }
}
