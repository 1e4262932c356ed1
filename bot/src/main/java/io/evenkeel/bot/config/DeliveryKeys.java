package io.evenkeel.bot.config;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The part {@code delivery:} of the file: times and rates of the relay. */
final class DeliveryKeys {
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** With what else a stop waits for it stays under the 25 s that are promised. */
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(14);

  private static final int MOST_CALLS = 100_000;

  private DeliveryKeys() {}

  static Installation.Delivery read(YamlKey key, Installation.Delivery standard) {
    key.only(
        "poll",
        "at_once",
        "lease",
        "call",
        "settle",
        "back_off",
        "longest_back_off",
        "probe",
        "closing",
        "posts_per_second",
        "posts_burst",
        "burst",
        "other_per_minute",
        "per_minute");
    Duration lease = key.at("lease").duration(MILLI, TEN_MINUTES).orElse(standard.lease());
    Duration call = key.at("call").duration(MILLI, TEN_MINUTES).orElse(standard.call());
    if (call.multipliedBy(2).compareTo(lease) > 0) {
      key.at("call")
          .fault(
              "is more than half of the lease",
              "A call must end well before another worker may take over: make it shorter");
    }
    Duration backOff = key.at("back_off").duration(MILLI, TEN_MINUTES).orElse(standard.backOff());
    Duration longest =
        key.at("longest_back_off").duration(MILLI, TEN_MINUTES).orElse(standard.longestBackOff());
    if (backOff.compareTo(longest) > 0) {
      key.at("back_off")
          .fault("is longer than the longest_back_off", "It only grows: make it shorter");
    }
    return new Installation.Delivery(
        key.at("poll").duration(MILLI, Duration.ofSeconds(10)).orElse(standard.poll()),
        key.at("at_once").number(1, 100).orElse(standard.atOnce()),
        lease,
        call,
        key.at("settle").duration(MILLI, TEN_MINUTES).orElse(standard.settle()),
        backOff,
        longest,
        key.at("probe").duration(MILLI, TEN_MINUTES).orElse(standard.probe()),
        key.at("closing").duration(SECOND, LONGEST_CLOSING).orElse(standard.closing()),
        pace(key, standard.pace()));
  }

  private static Installation.Pace pace(YamlKey key, Installation.Pace standard) {
    Map<String, Integer> perMinute = new TreeMap<>(standard.perMinute());
    for (YamlKey method : key.at("per_minute").entries()) {
      if (method.name().equals("chat.postMessage")) {
        method.fault("is limited for each channel", "Set posts_per_second instead");
      } else if (!method.name().matches("[a-z]+(\\.[a-zA-Z]+)+")) {
        method.fault("is no method of Slack's", "Write it as Slack does, such as chat.update");
      }
      method.number(1, MOST_CALLS).ifPresent(rate -> perMinute.put(method.name(), rate));
    }
    return new Installation.Pace(
        key.at("posts_per_second").number(1, 1000).orElse(standard.postsPerSecond()),
        key.at("posts_burst").number(1, 1000).orElse(standard.postsBurst()),
        key.at("burst").number(1, 1000).orElse(standard.burst()),
        key.at("other_per_minute").number(1, MOST_CALLS).orElse(standard.otherPerMinute()),
        perMinute);
  }
}
