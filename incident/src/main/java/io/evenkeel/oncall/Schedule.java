package io.evenkeel.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call, on one or more layers. Layers do not fill one another's gaps: where a layer has
 * nobody, that is the answer. Every question is answered by arithmetic on the instant asked for,
 * however long ago the schedule began; instants from the year 1900 to 9000 are answered.
 *
 * <p>Handoffs, hours and their days are read on the clock on the wall in {@link #zone()}; {@link
 * Rotation} says what that means when the clock is changed.
 */
public final class Schedule {
  /** So many shifts are looked at to find who is next: more than two weeks of hourly turns. */
  private static final int LOOKED_AT = 400;

  private final ScheduleName name;
  private final ZoneId zone;
  private final List<Layer> layers;
  private final List<StandIn> standIns;
  private final Map<String, Spans<StandIn>> standingIn = new LinkedHashMap<>();

  /**
   * @param layers at least one, each with a name of its own, in the order in which they are asked
   * @param standIns in the order in which they were given: where two are at once on a layer, the
   *     later counts
   * @throws IllegalArgumentException if there is no layer, two have one name, or an override is for
   *     a layer that is not there
   */
  public Schedule(ScheduleName name, ZoneId zone, List<Layer> layers, List<StandIn> standIns) {
    this.name = name;
    this.zone = zone;
    this.layers = List.copyOf(layers);
    this.standIns = List.copyOf(standIns);
    var names = new HashSet<String>();
    for (Layer layer : layers) {
      if (!names.add(layer.name())) {
        throw new IllegalArgumentException("Two layers are called " + layer.name());
      }
      List<StandIn> here =
          standIns.stream().filter(standIn -> standIn.layer().equals(layer.name())).toList();
      standingIn.put(layer.name(), Spans.of(here, StandIn::from, StandIn::until));
    }
    if (layers.isEmpty() || standIns.stream().anyMatch(one -> !names.contains(one.layer()))) {
      throw new IllegalArgumentException(
          "A schedule has layers, and overrides are for one of them");
    }
  }

  public ScheduleName name() {
    return name;
  }

  public ZoneId zone() {
    return zone;
  }

  public List<Layer> layers() {
    return layers;
  }

  public List<StandIn> standIns() {
    return standIns;
  }

  public Optional<Layer> layer(String called) {
    return layers.stream().filter(layer -> layer.name().equals(called)).findFirst();
  }

  /** The same with more overrides, which count before those that are there. */
  public Schedule with(List<StandIn> more) {
    var all = new ArrayList<>(standIns);
    all.addAll(more);
    return new Schedule(name, zone, layers, all);
  }

  /**
   * The same with another plan on one layer.
   *
   * @param called the name of one of {@link #layers()}
   */
  public Schedule planned(String called, Plan plan) {
    return new Schedule(
        name,
        zone,
        layers.stream()
            .map(layer ->
                layer.name().equals(called)
                    ? new Layer(called, plan, layer.hours(), layer.gapsIntended())
                    : layer)
            .toList(),
        standIns);
  }

  /** Who is on call then, one answer for each layer in its order. */
  public List<Shift> onCall(Instant now) {
    var answers = new ArrayList<Shift>(layers.size());
    layers.forEach(layer -> answers.add(onCall(layer, now)));
    return List.copyOf(answers);
  }

  /**
   * Who is on call on one of the layers.
   *
   * @param layer one of {@link #layers()}
   */
  public Shift onCall(Layer layer, Instant now) {
    Span<StandIn> standIn = Objects.requireNonNull(standingIn.get(layer.name())).at(now);
    @Nullable StandIn who = standIn.what();
    if (who != null) {
      return new Shift(layer.name(), who.who(), standIn.since(), standIn.until(), Why.OVERRIDE);
    }
    Shift planned = layer.planned(now, zone);
    Span<?> span = new Span<>(planned.since(), planned.until(), null).within(standIn);
    return new Shift(layer.name(), planned.who(), span.since(), span.until(), planned.why());
  }

  /**
   * The shifts on one layer that have any time between the two, gaps among them, in their order.
   * The first may have begun before and the last may end after.
   *
   * @param until after {@code from}
   */
  public List<Shift> shifts(Layer layer, Instant from, Instant until) {
    var shifts = new ArrayList<Shift>();
    @Nullable Instant at = from;
    while (at != null && at.isBefore(until)) {
      Shift shift = onCall(layer, at);
      shifts.add(shift);
      at = shift.until();
    }
    return List.copyOf(shifts);
  }

  /**
   * The first shift after the present one for which somebody else is on call; empty where nobody
   * else comes within the next 400 shifts and gaps.
   */
  public Optional<Shift> next(Layer layer, Instant now) {
    Shift shift = onCall(layer, now);
    @Nullable Participant present = shift.who();
    for (int seen = 0; seen < LOOKED_AT && shift.until() != null; seen++) {
      shift = onCall(layer, shift.until());
      if (shift.who() != null && !shift.who().equals(present)) {
        return Optional.of(shift);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schedule schedule
        && name.equals(schedule.name)
        && zone.equals(schedule.zone)
        && layers.equals(schedule.layers)
        && standIns.equals(schedule.standIns);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, zone, layers, standIns);
  }

  @Override
  public String toString() {
    return "Schedule[" + name + ", " + zone + ", " + layers + ", " + standIns + "]";
  }
}
