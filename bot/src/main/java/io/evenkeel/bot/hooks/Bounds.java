package io.evenkeel.bot.hooks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of one request is kept, and the tally of what is not. Of too many labels those stay that
 * routes ask for most, then the first by name: the same ones each time.
 */
final class Bounds {
  static final int SIGNALS = 1_000;
  static final int NAME = 200;
  static final int SUMMARY = 1_000;
  private static final int LABELS = 64;
  private static final int ANNOTATIONS = 32;
  private static final int KEY = 100;
  private static final int VALUE = 500;
  private static final int TEXT = 2_000;

  /** Believed of PagerDuty's own events alone, which come another way. */
  private static final String OCCURRED = PagerDutyEvents.OCCURRED;

  private static final List<String> FIRST =
      List.of(
          "alertname",
          "severity",
          "service",
          "team",
          "env",
          "environment",
          "cluster",
          "namespace",
          "job",
          "instance",
          "summary",
          "description",
          "runbook_url");

  private static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(
              key -> FIRST.contains(key) ? FIRST.indexOf(key) : FIRST.size())
          .thenComparing(Comparator.naturalOrder());

  private int labels;
  private int annotations;
  private int signals;

  /** Labels of an object of texts; anything else in it is a fault. */
  SortedMap<String, String> labels(Field object) {
    var all = new TreeMap<String, String>(ORDER);
    for (String key : object.keys()) {
      object.at(key).text().ifPresent(value -> all.put(key, value));
    }
    return labels(all);
  }

  /** Labels, each of which was a text already. */
  SortedMap<String, String> labels(SortedMap<String, String> all) {
    var ordered = new TreeMap<String, String>(ORDER);
    ordered.putAll(all);
    var kept = kept(ordered, LABELS, false);
    labels += ordered.size() - kept.size();
    return kept;
  }

  /** Annotations of an object, whatever is in it; what is no object is one, called details. */
  SortedMap<String, String> annotations(Field object) {
    var all = new TreeMap<String, String>(ORDER);
    if (object.isObject()) {
      for (String key : object.keys()) {
        object.at(key).written().ifPresent(value -> all.put(key, value));
      }
    } else {
      object.written().ifPresent(value -> all.put("details", value));
    }
    var kept = kept(all, ANNOTATIONS, true);
    annotations += all.size() - kept.size();
    return kept;
  }

  /** So many of these alerts. */
  List<Field> alerts(List<Field> all) {
    signals += Math.max(0, all.size() - SIGNALS);
    return all.size() <= SIGNALS ? all : all.subList(0, SIGNALS);
  }

  /** Its sender left out so many by itself. */
  void missing(int alerts) {
    signals += alerts;
  }

  int dropped() {
    return signals;
  }

  /** Such as "9,936 labels"; "" for nothing. */
  String leftOut() {
    var parts = new ArrayList<String>();
    part(parts, signals, "alert");
    part(parts, labels, "label");
    part(parts, annotations, "annotation");
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, int number, String what) {
    if (number > 0) {
      parts.add(String.format(Locale.ROOT, "%,d", number) + " " + what + (number == 1 ? "" : "s"));
    }
  }

  private static SortedMap<String, String> kept(
      SortedMap<String, String> all, int most, boolean text) {
    var kept = new TreeMap<String, String>();
    all.forEach((key, value) -> {
      String name = Clean.line(key, KEY);
      String clean = text ? Clean.text(value, TEXT) : Clean.line(value, VALUE);
      if (kept.size() < most && !name.isEmpty() && !name.equals(OCCURRED) && !clean.isEmpty()) {
        kept.put(name, clean);
      }
    });
    return kept;
  }
}
