package io.evenkeel.bot.config;

import io.evenkeel.bot.outgoing.Reach;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The part {@code outgoing:} of the file: which hosts may be called besides Slack and Postgres.
 * Left out, those that the file names elsewhere; an address in it that is not allowed is a fault.
 *
 * <pre>
 * outgoing:
 *   allow: [events.pagerduty.com, "*.example.org"]
 * </pre>
 */
final class OutgoingKeys {
  private static final String HOST =
      "(?i)(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?|\\[[0-9a-f:.]+]";

  private OutgoingKeys() {}

  static Reach read(YamlKey key) {
    key.only("allow");
    if (!key.at("allow").present()) {
      return Reach.EVERYWHERE;
    }
    List<String> hosts = new ArrayList<>();
    for (YamlKey one : key.at("allow").listed()) {
      one.matching(HOST, "a host such as events.pagerduty.com or \"*.example.org\", no address")
          .ifPresent(hosts::add);
    }
    if (hosts.isEmpty()) {
      // An empty list would mean all of them, and whoever writes one means none.
      hosts.add("nothing.invalid");
    }
    return new Reach(hosts);
  }

  /** Told where the address is written, and before somebody is missed. */
  static void check(Reach reach, YamlKey oncall, YamlKey outlets) {
    if (!oncall.isList()) {
      for (YamlKey schedule : oncall.groups()) {
        check(reach, schedule.at("feed"));
        schedule.at("layers").listed().forEach(layer -> check(reach, layer.at("feed")));
      }
    }
    for (YamlKey outlet : outlets.groups()) {
      if (outlet.at("kind").isText("pagerduty") && !outlet.at("url").present()) {
        check(reach, outlet, Outside.PagerDuty.USUAL.getHost());
      }
      check(reach, outlet.at("url"));
    }
  }

  private static void check(Reach reach, YamlKey address) {
    if (address.present()) {
      try {
        String host = URI.create(address.text().orElse("")).getHost();
        check(reach, address, host == null ? "" : host);
      } catch (IllegalArgumentException _) {
        // Told by whoever reads the address.
      }
    }
  }

  private static void check(Reach reach, YamlKey key, String host) {
    if (!host.isEmpty() && !reach.allows(host)) {
      key.fault(
          "leads to " + host + ", which is not under outgoing: allow:",
          "Add " + host + " there, or take this away");
    }
  }
}
