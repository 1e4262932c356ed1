package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Indicator.Kind;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Target;
import io.evenkeel.slo.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The short form: one objective, or several of one service under {@code slos:}.
 *
 * <pre>
 * service: api
 * slo: 99.9
 * window: 30d                  # 28d, 4w, month, {calendar: month, zone: Europe/Berlin}
 * name: availability           # else what is measured
 * description: Requests are answered.
 * labels: {team: payments}
 * quiet_below: 100             # no alert while there are fewer requests
 * availability: {metric: http_requests_total, where: 'job="api"'}
 * </pre>
 *
 * <p>In the place of {@code availability} one of {@code latency}, {@code error_rate}, {@code
 * correctness} ({@link Measures}), or {@code good}, {@code bad} and {@code total} with queries.
 */
final class ShortForm {
  private static final String[] OBJECTIVE = {
    "name",
    "slo",
    "target",
    "objective",
    "window",
    "description",
    "labels",
    "kind",
    "good",
    "bad",
    "total",
    "availability",
    "latency",
    "error_rate",
    "correctness",
    QuietBelow.KEY
  };

  private ShortForm() {}

  static boolean is(Part document) {
    return document.at("service").present();
  }

  static List<Optional<Objective>> read(Part document) {
    Optional<String> service = document.at("service").name("the service's name");
    Part list = document.at("slos");
    if (!list.present()) {
      document.only(with("service"));
      return List.of(one(document, document, service));
    }
    document.only("service", "slos", "labels", "window");
    return list.items().stream()
        .map(item -> {
          item.only(OBJECTIVE);
          return one(item, document, service);
        })
        .toList();
  }

  private static String[] with(String key) {
    String[] keys = Arrays.copyOf(OBJECTIVE, OBJECTIVE.length + 1);
    keys[OBJECTIVE.length] = key;
    return keys;
  }

  private static Optional<Objective> one(Part part, Part document, Optional<String> service) {
    Optional<Target> target = Targets.percent(part.either("slo", "target", "objective"));
    Part window = part.at("window").present() ? part.at("window") : document.at("window");
    Optional<Window> over = Windows.shortly(window.present() ? window : part.at("window"));
    Optional<Indicator> indicator = indicator(part);
    Optional<String> name =
        part.at("name").present()
            ? part.at("name").name("a name for it, such as availability")
            : indicator.map(one -> one.kind().word().replace(' ', '-'));
    Optional<Integer> quiet = QuietBelow.read(part.at(QuietBelow.KEY), indicator);
    SortedMap<String, String> labels = document.at("labels").texts();
    labels.putAll(part.at("labels").texts());
    if (service.isEmpty()
        || target.isEmpty()
        || over.isEmpty()
        || indicator.isEmpty()
        || quiet.isEmpty()
        || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Objective(
            service.get(),
            name.get(),
            part.at("description").text().orElse(null),
            target.get(),
            over.get(),
            indicator.get(),
            labels,
            quiet.get()));
  }

  private static Optional<Indicator> indicator(Part part) {
    List<Kind> written =
        Arrays.stream(Kind.values()).filter(kind -> part.at(kind.key()).present()).toList();
    boolean queries = Questions.any(part);
    if (written.size() + (queries ? 1 : 0) != 1) {
      part.error(
          written.isEmpty() ? "does not say what is measured" : "measures two things at once",
          "Write one of availability, latency, error_rate, correctness, or queries as good or bad,"
              + " and total");
      return Optional.empty();
    }
    if (!queries) {
      return Measures.read(written.getFirst(), part.at(written.getFirst().key()));
    }
    Optional<Kind> kind = part.at("kind").text().flatMap(Kind::find);
    if (part.at("kind").present() && kind.isEmpty()) {
      part.at("kind").error("is no kind", "Write availability, latency, error_rate or correctness");
    }
    return Questions.read(kind.orElseGet(() -> Kinds.of(part.at("name").text().orElse(""))), part);
  }
}
