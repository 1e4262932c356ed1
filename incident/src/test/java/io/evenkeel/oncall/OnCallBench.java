package io.evenkeel.oncall;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long "who is on call" takes for 1,000 schedules of three layers with hours and overrides,
 * asked all at once, at random instants of ten years. Prints, asserts nothing. Run {@code main}.
 */
final class OnCallBench {
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");

  private OnCallBench() {}

  public static void main(String[] arguments) {
    var random = new Random(1);
    var schedules = new ArrayList<Schedule>();
    for (int i = 0; i < 1000; i++) {
      schedules.add(schedule(i, random));
    }
    Instant first = Instant.parse("2026-01-01T00:00:00Z");
    long people = 0;
    var rounds = new long[2000];
    var worked = new long[rounds.length];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = -300; round < rounds.length; round++) {
      Instant now = first.plusSeconds(random.nextInt(10 * 365 * 86_400));
      long began = System.nanoTime();
      long beganWork = threads.getCurrentThreadCpuTime();
      for (Schedule schedule : schedules) {
        people += schedule.onCall(now).stream().filter(shift -> shift.who() != null).count();
      }
      if (round >= 0) {
        rounds[round] = System.nanoTime() - began;
        worked[round] = threads.getCurrentThreadCpuTime() - beganWork;
      }
    }
    System.out.println("who is on call, 1,000 schedules of 3 layers (" + people + " answers)");
    print("by the clock", rounds);
    print("of one processor", worked);
  }

  private static void print(String what, long[] rounds) {
    Arrays.sort(rounds);
    System.out.printf(
        Locale.ROOT,
        "  %s: p50 %.2f ms, p99 %.2f ms, longest %.2f ms%n",
        what,
        rounds[rounds.length / 2] / 1e6,
        rounds[rounds.length * 99 / 100] / 1e6,
        rounds[rounds.length - 1] / 1e6);
  }

  private static Schedule schedule(int number, Random random) {
    var layers = new ArrayList<Layer>();
    var standIns = new ArrayList<StandIn>();
    LocalDateTime start = LocalDateTime.parse("2016-01-04T09:00");
    for (String name : Layer.USUAL) {
      Duration length =
          List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofHours(12))
              .get(random.nextInt(3));
      List<Window> windows =
          random.nextBoolean()
              ? List.of()
              : List.of(
                  new Window(
                      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                      LocalTime.of(9, 0),
                      LocalTime.of(17, 0)));
      var rotation =
          new Rotation(
              List.of(Turn.of("a"), Turn.of("b"), Turn.of("c"), Turn.of("d")), length, start);
      layers.add(new Layer(name, rotation, Hours.of(windows), false));
      for (int i = 0; i < 20; i++) {
        Instant from =
            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(315_000_000));
        standIns.add(new StandIn(name, new Participant("s"), from, from.plusSeconds(7200)));
      }
    }
    ZoneId zone = ZoneId.of(ZONES.get(number % ZONES.size()));
    return new Schedule(new ScheduleName("s" + number), zone, layers, standIns);
  }
}
