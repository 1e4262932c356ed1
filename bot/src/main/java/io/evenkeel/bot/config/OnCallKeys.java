package io.evenkeel.bot.config;

import io.evenkeel.oncall.Finding;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part {@code oncall:} of the file: schedules by their names. A layer takes {@code starts} and
 * {@code handoff} from its schedule where it has none; times are local in the schedule's zone.
 *
 * <pre>
 * oncall:
 *   payments:
 *     zone: Europe/Berlin
 *     starts: 2026-01-05
 *     handoff: "09:00"
 *     layers:
 *       - people: [alice, bob]              # weekly, as primary
 *       - {name: night, every: 12h, people: [carol, dave], gaps: intended,
 *          hours: [{days: mon-fri, from: "22:00", to: "06:00"}]}
 *     overrides:
 *       - {layer: primary, who: erin, from: 2026-12-24 09:00, to: 2026-12-27 09:00}
 *   sre:
 *     zone: Europe/Berlin
 *     starts: 2026-01-05                    # a date in week 1
 *     weeks:
 *       - {week: 1, primary: alice, secondary: bob, escalation: carol}
 *       - {week: 2, primary: bob, secondary: carol, escalation: alice}
 *     channel: oncall                       # where changes of shifts are announced
 *   network:
 *     feed: https://example.org/rota.ics    # a layer may have one, too
 * </pre>
 *
 * <p>A list of weeks may also stand right behind the schedule's name, or behind {@code oncall:}
 * itself, where the schedule is then called {@code oncall}.
 */
final class OnCallKeys {
  private OnCallKeys() {}

  static Schedules read(YamlKey key) {
    var schedules = new ArrayList<Schedule>();
    var advice = new ArrayList<Finding>();
    var channels = new HashMap<ScheduleName, String>();
    for (YamlKey named : key.isList() ? List.of(key) : key.entries()) {
      switch (ScheduleKeys.written(named).read()) {
        case Written.Outcome.Good(Schedule schedule, List<Finding> assumed) -> {
          schedules.add(schedule);
          channel(named).ifPresent(channel -> channels.put(schedule.name(), channel));
          advice.addAll(assumed);
        }
        case Written.Outcome.Faulty(List<Finding> findings) ->
            findings.forEach(
                finding -> place(named, finding).fault(finding.wrong(), finding.mend()));
      }
    }
    return new Schedules(schedules, advice, channels);
  }

  private static Optional<String> channel(YamlKey schedule) {
    return schedule.isList()
        ? Optional.empty()
        : schedule
            .at("channel")
            .matching("#?[a-z0-9_-]{1,80}", "a channel's name such as oncall")
            .map(name -> name.replace("#", ""));
  }

  private static YamlKey place(YamlKey schedule, Finding finding) {
    return Stream.of(Optional.ofNullable(finding.layer()), Optional.ofNullable(finding.place()))
        .flatMap(Optional::stream)
        .reduce(schedule, YamlKey::at, (_, last) -> last);
  }
}
