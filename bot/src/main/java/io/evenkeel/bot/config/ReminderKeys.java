package io.evenkeel.bot.config;

import io.evenkeel.incident.Role;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.reminder.Cadence;
import io.evenkeel.reminder.Cadences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code reminders:} of the file: what people are reminded of, and when, by severity. What
 * is left out is as it is without the file; {@code none} is for never.
 *
 * <pre>
 * reminders:
 *   SEV-1:
 *     update: 30m                 # from one update to the next, unless --next promises another time
 *     first_update: 15m           # from the declaration
 *     commander: 5m               # until somebody has confirmed that they command
 *     roles: 10m                  # until these are held
 *     needed: [communications-lead, tech-lead]
 *     monitoring: 2h              # is it over?
 *     stale: 4h                   # does it go on?
 *     postmortem: 3 days          # or: 5 working days
 *     urgent: true                # quiet hours do not hold it back
 *   SEV-4: none
 * </pre>
 */
final class ReminderKeys {
  private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,4})(m|h|d)");
  private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,2}) (working )?days?");
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(365);

  private ReminderKeys() {}

  static Cadences read(YamlKey key, SeverityScale severities, Roles roles) {
    Map<Severity, Cadence> all = new HashMap<>(Cadences.standard(severities).bySeverity());
    for (YamlKey item : key.present() ? key.entries() : List.<YamlKey>of()) {
      Optional<Severity> severity = severities.find(item.name());
      if (severity.isEmpty()) {
        item.fault("is no severity", "Write the name of one of the severities");
        continue;
      }
      Cadence before = all.getOrDefault(severity.get(), Cadence.NONE);
      all.put(severity.get(), item.isText("none") ? Cadence.NONE : cadence(item, before, roles));
    }
    return new Cadences(all);
  }

  private static Cadence cadence(YamlKey key, Cadence before, Roles roles) {
    key.only(
        "update",
        "first_update",
        "commander",
        "roles",
        "needed",
        "monitoring",
        "stale",
        "postmortem",
        "urgent");
    return new Cadence(
        length(key.at("update"), before.update()),
        length(key.at("first_update"), before.firstUpdate()),
        length(key.at("commander"), before.commander()),
        length(key.at("roles"), before.roles()),
        needed(key.at("needed"), before.needed(), roles),
        length(key.at("monitoring"), before.monitoring()),
        length(key.at("stale"), before.stale()),
        days(key.at("postmortem"), before.postmortem()),
        key.at("urgent")
            .matching("true|false", "true or false")
            .map(Boolean::parseBoolean)
            .orElse(before.urgent()));
  }

  private static @Nullable Duration length(YamlKey key, @Nullable Duration before) {
    if (!key.present()) {
      return before;
    }
    if (key.isText("none")) {
      return null;
    }
    Matcher match = LENGTH.matcher(key.text().orElse(""));
    if (!match.matches()) {
      key.fault(
          "is \"" + key.text().orElse("") + "\"", "Write a time such as 30m, 4h or 2d, or none");
      return before;
    }
    long count = Long.parseLong(match.group(1));
    Duration length =
        switch (match.group(2)) {
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    if (length.compareTo(LEAST) < 0 || length.compareTo(MOST) > 0) {
      key.fault("is out of bounds", "Write a time from 1m to 365d, or none");
      return before;
    }
    return length;
  }

  private static Cadence.@Nullable Days days(YamlKey key, Cadence.@Nullable Days before) {
    if (!key.present()) {
      return before;
    }
    if (key.isText("none")) {
      return null;
    }
    Matcher match = DAYS.matcher(key.text().orElse(""));
    if (!match.matches()) {
      key.fault(
          "is \"" + key.text().orElse("") + "\"",
          "Write a number of days such as 3 days or 5 working days, or none");
      return before;
    }
    return new Cadence.Days(Integer.parseInt(match.group(1)), match.group(2) != null);
  }

  private static List<Role> needed(YamlKey key, List<Role> before, Roles roles) {
    if (!key.present()) {
      return before;
    }
    var needed = new ArrayList<Role>();
    for (String name : key.texts()) {
      Optional<Role> role = roles.find(name);
      if (role.isEmpty()) {
        key.fault("names \"" + name + "\"", "Write the name of one of the roles");
      }
      role.ifPresent(needed::add);
    }
    return needed;
  }
}
