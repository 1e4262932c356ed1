package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Target;
import io.evenkeel.slo.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * OpenSLO v1 (github.com/OpenSLO/OpenSLO): an SLO's indicator may stand in it or in another
 * document, an indicator's source may be a DataSource of another document. Alert policies are left
 * aside: alerts follow from the window.
 */
final class OpenSlo {
  private static final String VERSION = "openslo/v1";
  private static final Set<String> ASIDE =
      Set.of("AlertPolicy", "AlertCondition", "AlertNotificationTarget");

  private final Map<String, Part> indicators = new HashMap<>();
  private final Map<String, Part> sources = new HashMap<>();

  static boolean is(Part document) {
    return document.at("apiVersion").text().filter(one -> one.startsWith("openslo")).isPresent();
  }

  /**
   * @param documents all of OpenSLO's, of all files: they name each other
   */
  OpenSlo(List<Part> documents) {
    for (Part document : documents) {
      document
          .at("metadata", "name")
          .text()
          .ifPresent(name -> {
            switch (document.at("kind").text().orElse("")) {
              case "SLI" -> known(indicators, name, document);
              case "DataSource" -> known(sources, name, document);
              default -> {
                // told where it is read
              }
            }
          });
    }
  }

  private static void known(Map<String, Part> all, String name, Part document) {
    if (all.putIfAbsent(name, document) != null) {
      document.at("metadata", "name").error("is taken by another document", "Give it its own name");
    }
  }

  List<Optional<Objective>> read(Part document) {
    if (!document.at("apiVersion").text().equals(Optional.of(VERSION))) {
      document.at("apiVersion").error("is not a version that is read", "Write it as " + VERSION);
      return List.of();
    }
    String kind = document.at("kind").required("SLO, SLI, Service or DataSource").orElse("");
    if (kind.equals("SLO")) {
      return objectives(document);
    }
    if (ASIDE.contains(kind)) {
      document.note(
          "is left aside: " + kind,
          "evenkeel slo rules writes alerts of its own, computed from the window");
    } else if (!Set.of("SLI", "Service", "DataSource", "").contains(kind)) {
      document.at("kind").error("is unknown to OpenSLO", "Write SLO, SLI, Service or DataSource");
    }
    return List.of();
  }

  private List<Optional<Objective>> objectives(Part document) {
    Part spec = document.at("spec");
    document.only("apiVersion", "kind", "metadata", "spec");
    spec.only(
        "description",
        "service",
        "indicator",
        "indicatorRef",
        "timeWindow",
        "budgetingMethod",
        "objectives",
        "alertPolicies");
    Optional<String> name = document.at("metadata", "name").name("a name for it");
    Optional<String> service = spec.at("service").name("the service's name");
    Optional<Window> window = Windows.openSlo(spec.at("timeWindow"));
    Optional<Part> indicator = indicator(spec);
    List<Part> items = spec.at("objectives").items();
    if (items.isEmpty()) {
      spec.at("objectives").error("is missing", "Write one item with target or targetPercent");
    }
    String description =
        spec.at("description")
            .text()
            .or(() -> document.at("metadata", "displayName").text())
            .orElse(null);
    Optional<Integer> quiet =
        QuietBelow.annotated(
            document.at("metadata", "annotations"),
            indicator.map(sli -> OpenSloIndicator.counts(spec, sli)).orElse(true));
    var all = new ArrayList<Optional<Objective>>();
    for (int i = 0; i < items.size(); i++) {
      Part item = items.get(i);
      Optional<Target> target = Targets.openSlo(item);
      String own = items.size() == 1 ? "" : "-" + suffix(item, i + 1);
      Optional<Indicator> measured =
          indicator.flatMap(sli ->
              new OpenSloIndicator(spec, item, sli, sources)
                  .read(
                      Kinds.of(
                          name.orElse(""),
                          sli.at("metadata", "name").text().orElse(""),
                          document.at("metadata", "displayName").text().orElse(""))));
      if (name.isEmpty()
          || service.isEmpty()
          || window.isEmpty()
          || target.isEmpty()
          || measured.isEmpty()
          || quiet.isEmpty()) {
        all.add(Optional.empty());
      } else {
        all.add(
            Optional.of(
                new Objective(
                    service.get(),
                    name.get() + own,
                    description,
                    target.get(),
                    window.get(),
                    measured.get(),
                    document.at("metadata", "labels").texts(),
                    quiet.get())));
      }
    }
    return all;
  }

  private static String suffix(Part item, int number) {
    String slug =
        item.at("displayName")
            .text()
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.isEmpty() || slug.length() > 40 ? String.valueOf(number) : slug;
  }

  private Optional<Part> indicator(Part spec) {
    Part own = spec.at("indicator");
    Part named = spec.at("indicatorRef");
    if (own.present() == named.present()) {
      spec.error(
          own.present() ? "has both indicator and indicatorRef" : "has no indicator",
          "Write one of the two");
      return Optional.empty();
    }
    if (own.present()) {
      return Optional.of(own);
    }
    Optional<Part> found = named.text().map(indicators::get);
    if (found.isEmpty()) {
      named.error(
          "names no SLI that was read",
          indicators.isEmpty()
              ? "Give the file with the SLI, too"
              : "Known: " + String.join(", ", indicators.keySet().stream().sorted().toList()));
    }
    return found;
  }
}
