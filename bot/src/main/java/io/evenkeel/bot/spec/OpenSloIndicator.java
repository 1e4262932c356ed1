package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Indicator.Kind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an SLI of OpenSLO and one objective measure together. A threshold, and any ratio under
 * {@code budgetingMethod: Timeslices}, is measured in slices of time: each is good or bad as a
 * whole, and one in which nothing was measured counts as neither.
 *
 * @param spec the SLO's
 * @param item its objective
 * @param sli in the SLO or of its own document
 */
record OpenSloIndicator(Part spec, Part item, Part sli, Map<String, Part> sources) {
  /** Sources that understand PromQL. */
  private static final Set<String> PROMQL =
      Set.of("prometheus", "thanos", "mimir", "cortex", "victoriametrics", "promql");

  /** Whether events are counted, and not moments or slices of time. */
  static boolean counts(Part spec, Part sli) {
    Part ratio = sli.at("spec", "ratioMetric");
    return ratio.present() && !ratio.at("raw").present() && !slices(spec);
  }

  Optional<Indicator> read(Kind kind) {
    Part measured = sli.at("spec");
    Part ratio = measured.at("ratioMetric");
    Part threshold = measured.at("thresholdMetric");
    if (ratio.present() == threshold.present()) {
      measured.error(
          ratio.present() ? "has both ratioMetric and thresholdMetric" : "measures nothing",
          "Write ratioMetric with good or bad, and total");
      return Optional.empty();
    }
    if (threshold.present()) {
      return threshold(kind, threshold);
    }
    Optional<Indicator> read = ratio.at("raw").present() ? raw(kind, ratio) : ratio(kind, ratio);
    return slices(spec) ? read.flatMap(this::sliced) : read;
  }

  private static boolean slices(Part spec) {
    return spec.at("budgetingMethod")
        .text()
        .filter(method -> method.equalsIgnoreCase("Timeslices"))
        .isPresent();
  }

  private Optional<Indicator> ratio(Kind kind, Part ratio) {
    String over =
        ratio.at("counter").text().equals(Optional.of("false")) ? "sum_over_time" : "rate";
    Part good = ratio.at("good");
    if (good.present() == ratio.at("bad").present()) {
      ratio.error(
          good.present() ? "has both good and bad" : "has neither good nor bad",
          "Write one of the two, and total");
      return Optional.empty();
    }
    Part part = good.present() ? good : ratio.at("bad");
    Optional<Promql> total = query(ratio.at("total"), over);
    Optional<Promql> counted = query(part, over);
    return total.flatMap(all ->
        counted.map(one ->
            good.present()
                ? Queries.good(kind, one, all, ratio)
                : Queries.bad(kind, one, all, ratio)));
  }

  private Optional<Indicator> raw(Kind kind, Part ratio) {
    String type = ratio.at("rawType").required("success or failure").orElse("");
    if (!type.equals("success") && !type.equals("failure")) {
      ratio.at("rawType").error("is neither success nor failure", "Write which of them raw tells");
      return Optional.empty();
    }
    return plain(ratio.at("raw"))
        .map(query -> query.hasWindow() ? query.text() : averaged(query.text(), "1m"))
        .map(share -> type.equals("success") ? "1 - " + share : share)
        .map(bad -> Queries.share(kind, new Promql(bad)));
  }

  private Optional<Indicator> threshold(Kind kind, Part threshold) {
    Part operator = item.at("op");
    Optional<String> op = operator.required("lte, lt, gte or gt, as what is good");
    Optional<String> missed =
        op.map(word ->
            switch (word) {
              case "lte" -> ">";
              case "lt" -> ">=";
              case "gte" -> "<";
              case "gt" -> "<=";
              default -> "";
            });
    if (missed.filter(String::isEmpty).isPresent()) {
      operator.error("is no comparison", "Write lte, lt, gte or gt");
    }
    if (!item.at("value").present()) {
      item.at("value").error("is missing", "Write the bound that the query is held against");
    }
    Optional<BigDecimal> value = item.at("value").number();
    Optional<Promql> query = plain(threshold);
    Optional<String> slice = slice();
    if (missed.filter(one -> !one.isEmpty()).isEmpty()
        || value.isEmpty()
        || query.isEmpty()
        || slice.isEmpty()) {
      return Optional.empty();
    }
    String asked = query.get().text().replace(Indicator.WINDOW, slice.get());
    return Optional.of(
        Slices.of(kind, asked, missed.get() + " bool " + value.get().toPlainString(), slice.get()));
  }

  private Optional<Indicator> sliced(Indicator whole) {
    Optional<BigDecimal> target = item.at("timeSliceTarget").number();
    if (target.filter(t -> t.signum() > 0 && t.compareTo(BigDecimal.ONE) <= 0).isEmpty()) {
      item.at("timeSliceTarget")
          .error("is no share of 1", "Write how much of a slice must be good, such as 0.95");
      return Optional.empty();
    }
    BigDecimal most = BigDecimal.ONE.subtract(target.get());
    return slice()
        .map(slice ->
            Slices.of(whole.kind(), whole.share(slice), "> bool " + most.toPlainString(), slice));
  }

  /** How long a slice is, as Prometheus writes it. */
  private Optional<String> slice() {
    Part window = item.at("timeSliceWindow");
    String text = window.text().orElse("1m");
    String minutes = text.matches("[0-9]+") ? text + "m" : text;
    if (!minutes.matches("[1-9][0-9]{0,3}[mhd]")) {
      window.error("is no slice of time", "Write one such as 1m or 5m");
      return Optional.empty();
    }
    return Optional.of(minutes);
  }

  private static String averaged(String query, String slice) {
    return "avg_over_time((" + query + ")[{{window}}:" + slice + "])";
  }

  private Optional<Promql> query(Part metric, String over) {
    return source(metric).flatMap(query -> Queries.read(query, over));
  }

  /** A query that tells of a moment, and needs no range. */
  private Optional<Promql> plain(Part metric) {
    return source(metric)
        .flatMap(query -> {
          Optional<Promql> read = query.required("a query in PromQL").map(Promql::of);
          Optional<String> unclosed = read.flatMap(Promql::unclosed);
          unclosed.ifPresent(wrong -> query.error(wrong, "Put the query right"));
          return unclosed.isPresent() ? Optional.empty() : read;
        });
  }

  private Optional<Part> source(Part metric) {
    if (!metric.present()) {
      metric.error("is missing", "Write metricSource with type: Prometheus and a query");
      return Optional.empty();
    }
    Part source = metric.at("metricSource");
    Part named = source.at("metricSourceRef");
    Optional<Part> known = named.text().map(sources::get);
    Optional<String> type =
        source.at("type").text().or(() -> known.flatMap(one -> one.at("spec", "type").text()));
    if (type.filter(one -> !PROMQL.contains(one.toLowerCase(Locale.ROOT))).isPresent()) {
      source.error(
          "asks " + type.get() + ", and only PromQL can be asked here",
          "Write the query for Prometheus, and type: Prometheus");
      return Optional.empty();
    }
    if (type.isEmpty()) {
      source.note("does not say whom it asks, so it is Prometheus", "Write type: Prometheus");
    }
    return Optional.of(source.at("spec").either("query", "promql", "promQL"));
  }
}
