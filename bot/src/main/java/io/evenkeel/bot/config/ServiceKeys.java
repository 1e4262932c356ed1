package io.evenkeel.bot.config;

import io.evenkeel.oncall.Schedules;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code services:} of the file: what runs here, and whose it is.
 *
 * <pre>
 * services:
 *   api:
 *     tier: 1
 *     owner: payments                # a team's name, or a user group such as "@payments"
 *     channel: payments-team
 *     policy: payments               # under paging: policies:, or a schedule under oncall:
 *     depends_on: [db, cache]
 *     runbooks: [api-down]
 *     aliases: [checkout-api]
 *     slos: [availability]
 *     rto: 1h
 *     rpo: 15m                       # 0 for nothing lost
 *     recovery_tested: 2026-10-05
 * </pre>
 */
final class ServiceKeys {
  private static final String LENGTH = "0|[1-9][0-9]{0,4}(s|m|h|d)";
  private static final int TIERS = 9;

  private final ServiceNames names = new ServiceNames();
  private final Schedules schedules;
  private final Paging paging;

  private ServiceKeys(Schedules schedules, Paging paging) {
    this.schedules = schedules;
    this.paging = paging;
  }

  static Catalogue read(YamlKey key, Schedules schedules, Paging paging) {
    return new ServiceKeys(schedules, paging).all(key);
  }

  private Catalogue all(YamlKey key) {
    List<YamlKey> entries = key.entries();
    entries.forEach(names::add);
    return new Catalogue(entries.stream().map(this::service).toList());
  }

  private Service service(YamlKey key) {
    key.only(
        "tier",
        "owner",
        "channel",
        "policy",
        "depends_on",
        "runbooks",
        "aliases",
        "slos",
        "rto",
        "rpo",
        "recovery_tested");
    return new Service(
        key.name(),
        key.at("tier").number(0, TIERS).orElse(Service.UNSAID),
        key.at("owner")
            .matching("@?[^\\s@<>&][^@<>&\\n]{0,79}", "a team's name, or @group")
            .orElse(null),
        key.at("channel")
            .matching("#?[\\p{Ll}\\p{N}\\p{Lo}_-]{1,80}", "a channel's name such as payments-team")
            .map(name -> name.replace("#", ""))
            .orElse(null),
        policy(key.at("policy")),
        names.dependencies(key),
        names(key.at("runbooks"), "a runbook's name, its file's without .md"),
        names(key.at("slos"), "an objective's name"),
        length(key.at("rto")),
        length(key.at("rpo")),
        tested(key.at("recovery_tested")),
        names.aliases(key));
  }

  private @Nullable String policy(YamlKey key) {
    String name = key.text().orElse(null);
    if (name == null
        || paging.policies().find(name).isPresent()
        || schedules.find(name).isPresent()) {
      return name;
    }
    var there = new ArrayList<String>();
    paging.policies().all().forEach(policy -> there.add(policy.name()));
    schedules.all().forEach(schedule -> there.add(schedule.name().value()));
    key.fault(
        "is \"" + name + "\", which is no paging policy and no schedule",
        ServiceNames.meant(
            name, there, "Add it under paging: policies:, or name a schedule under oncall:"));
    return null;
  }

  private static List<String> names(YamlKey key, String what) {
    var all = new ArrayList<String>();
    for (YamlKey one : key.listed()) {
      String name = one.required(what).replaceFirst("(?i)\\.md$", "");
      if (!name.isEmpty() && !all.contains(name)) {
        all.add(name);
      }
    }
    return all;
  }

  private static @Nullable Duration length(YamlKey key) {
    return key.matching(LENGTH, "a time such as 15m, 4h or 1d, or 0")
        .filter(text -> text.matches(LENGTH))
        .map(ServiceKeys::length)
        .orElse(null);
  }

  private static Duration length(String text) {
    long amount = Long.parseLong(text.replaceAll("[a-z]", ""));
    return switch (text.charAt(text.length() - 1)) {
      case 'd' -> Duration.ofDays(amount);
      case 'h' -> Duration.ofHours(amount);
      case 'm' -> Duration.ofMinutes(amount);
      default -> Duration.ofSeconds(amount);
    };
  }

  private static @Nullable LocalDate tested(YamlKey key) {
    String text = key.text().orElse(null);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      key.fault("is \"" + text + "\"", "Write the day on which it was tested, such as 2026-10-05");
      return null;
    }
  }
}
