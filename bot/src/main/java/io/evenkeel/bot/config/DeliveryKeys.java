package io.evenkeel.bot.config;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The part {@code delivery:} of the file: times and rates of the relay. */
final class DeliveryKeys {
  private DeliveryKeys() {}

  static Installation.Delivery read(YamlKey key, Installation.Delivery standard) {
    key.only("poll", "lease", "call", "settle", "posts_per_second", "per_minute");
    Duration lease = key.at("lease").duration().orElse(standard.lease());
    Duration call = key.at("call").duration().orElse(standard.call());
    if (call.compareTo(lease) >= 0) {
      key.at("call")
          .fault(
              "is not shorter than the lease",
              "A call must end before another worker may take over: make it shorter");
    }
    Map<String, Integer> perMinute = new TreeMap<>(standard.perMinute());
    for (YamlKey method : key.at("per_minute").entries()) {
      method.number(1, 100_000).ifPresent(rate -> perMinute.put(method.name(), rate));
    }
    return new Installation.Delivery(
        key.at("poll").duration().orElse(standard.poll()),
        lease,
        call,
        key.at("settle").duration().orElse(standard.settle()),
        key.at("posts_per_second").number(1, 1000).orElse(standard.postsPerSecond()),
        perMinute);
  }
}
