package io.evenkeel.bot.desk;

import io.evenkeel.grammar.RotaChange;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Participant;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whom it concerns besides themselves when somebody stands in on a layer. */
record Beside(Schedule schedule, Layer layer, RotaChange.StandIn said) {
  private static final int MOST_NAMED = 3;

  /** Who would be on call on the layer in that time, without themselves. */
  List<String> replaced() {
    List<String> names =
        schedule.shifts(layer, said.from(), said.until()).stream()
            .map(Shift::who)
            .filter(Objects::nonNull)
            .map(Participant::name)
            .filter(name -> !name.equals(said.who().name()))
            .distinct()
            .toList();
    if (names.size() <= MOST_NAMED) {
      return names;
    }
    var some = new ArrayList<>(names.subList(0, MOST_NAMED));
    some.add((names.size() - MOST_NAMED) + " more");
    return some;
  }

  /** Other layers on which they are on call in that time. */
  List<String> also() {
    return schedule.layers().stream()
        .filter(other -> !other.name().equals(layer.name()))
        .filter(other ->
            schedule.shifts(other, said.from(), said.until()).stream()
                .anyMatch(shift -> shift.whoOrNobody().equals(said.who().name())))
        .map(Layer::name)
        .toList();
  }
}
