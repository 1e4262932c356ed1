package io.evenkeel.bot.desk;

import io.evenkeel.grammar.RotaChange;
import io.evenkeel.grammar.WhichSchedule;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Schedule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which schedule and layer a change is about, or why that is not clear. */
sealed interface RotaPlace {
  record Clear(Meant meant) implements RotaPlace {}

  record Unclear(Answer answer) implements RotaPlace {}

  /**
   * A schedule as it counts by now, and one of its layers.
   *
   * @param layer null where none was named
   */
  record Meant(Schedule schedule, @Nullable Layer layer) {
    /** The layer that was named, else the one that is asked first. */
    Layer first() {
      return layer == null ? schedule.layers().getFirst() : layer;
    }
  }

  /**
   * @param schedule as it was typed; null where it was not
   * @param layer as it was typed; null where it was not
   */
  static RotaPlace of(
      Rostering rostering, RotaChange change, @Nullable String schedule, @Nullable String layer) {
    String named = schedule;
    String level = layer;
    if (named != null
        && level == null
        && rostering.written().find(named).isEmpty()
        && only(rostering, named)) {
      // "override @bob 2h secondary", where there is one schedule.
      level = named;
      named = null;
    }
    return switch (WhichSchedule.of(rostering.written(), named, Rostering.NOTHING, change::typed)) {
      case WhichSchedule.Unclear(Answer answer) -> new Unclear(answer);
      case WhichSchedule.Found(Schedule found) -> layer(rostering, found, level);
    };
  }

  private static boolean only(Rostering rostering, String layer) {
    return rostering.written().all().size() == 1
        && find(rostering.written().all().getFirst(), layer).isPresent();
  }

  private static RotaPlace layer(Rostering rostering, Schedule written, @Nullable String named) {
    Schedule schedule = rostering.schedule(written.name().value()).orElse(written);
    if (named == null) {
      return new Clear(new Meant(schedule, null));
    }
    return find(schedule, named)
        .<RotaPlace>map(layer -> new Clear(new Meant(schedule, layer)))
        .orElseGet(() ->
            new Unclear(
                Answer.unchanged(
                    Prose.of(Rostering.NOTHING)
                        .strong(schedule.name().value())
                        .text(" has no layer “" + named + "”. It has ")
                        .text(
                            String.join(", ", schedule.layers().stream().map(Layer::name).toList()))
                        .text("."))));
  }

  private static Optional<Layer> find(Schedule schedule, String called) {
    return schedule.layers().stream()
        .filter(layer -> layer.name().equalsIgnoreCase(called))
        .findFirst();
  }
}
