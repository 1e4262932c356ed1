package io.evenkeel.chaos.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came out, as people read it. */
final class Table {
  private static final int FEW = 2;

  private final StringBuilder text = new StringBuilder("\n");
  private final int processors;

  /**
   * @param processors of the machine
   */
  Table(int processors) {
    this.processors = processors;
  }

  void acknowledged(Options options, OpenLoop.Result result, long recorded) {
    line("acknowledged", result.acknowledged().toString());
    line(
        "",
        "at %d commands/s for %d s: %d sent, %d recorded, %d failed"
            .formatted(
                options.rate(),
                options.seconds(),
                result.acknowledged().count(),
                recorded,
                result.failed()));
  }

  void rates(String name, int clients, int connections, List<Contest.Pair> pairs) {
    double bot = pairs.stream().mapToDouble(pair -> pair.bot().perSecond()).average().orElse(0);
    double plain = pairs.stream().mapToDouble(pair -> pair.plain().perSecond()).average().orElse(0);
    long failed = pairs.stream().mapToLong(pair -> pair.bot().failed()).sum();
    line(
        name,
        "%.0f commands/s (%d clients, %d failed), plain JDBC %.0f/s (both on %d connections)"
            .formatted(bot, clients, failed, plain, connections));
    double worked = pairs.stream().mapToLong(pair -> pair.worked().toNanos()).sum() / 1e6;
    long done = pairs.stream().mapToLong(pair -> pair.bot().done()).sum();
    line(
        "",
        "ratio %.2f; the bot's process worked %.2f ms for each"
            .formatted(bot / plain, worked / done));
  }

  void statements(Map<Kind, Script> scripts) {
    line(
        "statements",
        "%s, and COMMIT"
            .formatted(
                scripts.entrySet().stream()
                    .map(each ->
                        each.getValue().steps().size()
                            + " for "
                            + each.getKey().name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
  }

  void machine(Quantiles flush) {
    line("disk", "8 KB kept: p50 %.2f ms  p99 %.2f ms".formatted(flush.at(0.5), flush.at(0.99)));
    line(
        "machine",
        "%d processors, load %.1f"
            .formatted(
                processors, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    if (processors <= FEW) {
      line("", "on so few processors the ratio measures the processor");
    }
  }

  void line(String name, String words) {
    text.append("%-13s".formatted(name)).append(words).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
