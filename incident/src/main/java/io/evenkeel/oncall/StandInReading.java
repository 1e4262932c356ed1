package io.evenkeel.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands who stands in for whom, and keeps what is wrong with it.
 *
 * @param reading of the schedule
 * @param zone in which the times are
 */
record StandInReading(Reading reading, ZoneId zone) {
  List<StandIn> of(List<Written.Cover> overrides, List<Layer> layers) {
    var standIns = new ArrayList<StandIn>();
    for (Written.Cover cover : overrides) {
      String layer =
          cover.layer() == null && !layers.isEmpty() ? layers.getFirst().name() : cover.layer();
      if (layers.stream().noneMatch(one -> one.name().equals(layer)) && !reading.faulty()) {
        reading.fault(
            layer,
            "overrides",
            "there is no such layer",
            "Write " + String.join(" or ", layers.stream().map(Layer::name).toList()));
      }
      standIn(layer, cover).ifPresent(standIns::add);
    }
    return standIns;
  }

  private Optional<StandIn> standIn(@Nullable String layer, Written.Cover cover) {
    Optional<Instant> from = moment(layer, "from", cover.from());
    Optional<Instant> until = moment(layer, "to", cover.to());
    String who = cover.who() == null ? "" : Participant.bare(cover.who());
    if (who.isEmpty()) {
      reading.fault(layer, "overrides", "an override names nobody", "Write who is on call instead");
    }
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      reading.fault(
          layer,
          "overrides",
          "an override for " + who + " from " + cover.from() + " ends before it begins",
          "Write a later time behind to");
      return Optional.empty();
    }
    return layer == null || who.isEmpty() || from.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : Optional.of(new StandIn(layer, new Participant(who), from.get(), until.get()));
  }

  private Optional<Instant> moment(@Nullable String layer, String key, @Nullable String text) {
    Optional<Instant> moment = text == null ? Optional.empty() : Terms.moment(text, zone);
    if (moment.isEmpty()) {
      reading.fault(
          layer,
          "overrides → " + key,
          text == null ? "is missing" : "is \"" + text + "\"",
          "Write a local time such as 2026-12-24 09:00");
    }
    return moment;
  }
}
