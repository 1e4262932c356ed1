package io.evenkeel.bot.doctor;

import io.evenkeel.bot.config.AlertSecrets;
import io.evenkeel.bot.config.Fault;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.hooks.Mapping;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All looks, one after the other: what cannot be read is told, the rest is looked at anyway. */
public final class Checkup {
  private static final String SETTINGS = "settings";

  private Checkup() {}

  /** Looks at what this environment describes. Takes some seconds; changes nothing. */
  public static List<Finding> of(Map<String, String> environment, InstantSource clock)
      throws InterruptedException {
    var found = new ArrayList<Finding>();
    switch (Settings.parse(environment)) {
      case Parsed.Ready<Settings> _ ->
          found.add(Finding.ok(SETTINGS, "environment and EVENKEEL_CONFIG can be read"));
      case Parsed.Faulty<Settings>(List<Fault> faults) ->
          faults.forEach(fault ->
              found.add(
                  Finding.fail(SETTINGS, fault.variable() + " " + fault.wrong(), fault.mend())));
    }
    ready(AlertSecrets.parse(environment))
        .ifPresent(secrets ->
            alerts(secrets, ready(Installation.parse(environment)).orElse(Installation.STANDARD))
                .forEach(line -> found.add(Finding.ok("alerts", line))));
    String announcements =
        ready(Installation.parse(environment))
            .map(Installation::announcementChannel)
            .orElse("incidents");
    var database = ready(Settings.Database.parse(environment));
    if (database.isPresent()) {
      found.addAll(new DatabaseLook(clock).at(database.get()));
    }
    var slack = ready(Settings.Slack.parse(environment));
    if (slack.isPresent()) {
      found.addAll(new SlackLook(clock).at(slack.get(), announcements));
    }
    var web = ready(Settings.Web.parse(environment));
    if (web.isPresent()) {
      boolean posts = slack.filter(one -> one.signingSecret() != null).isPresent();
      found.addAll(ReachLook.at(web.get().baseUrl(), posts));
    }
    return found;
  }

  private static List<String> alerts(AlertSecrets secrets, Installation house) {
    List<String> lines =
        secrets.lines(house.signals().sources().stream().map(Mapping::source).sorted().toList());
    return lines.isEmpty()
        ? List.of("no system sends alerts here; docs/signals.md says how one would")
        : lines.stream().map(line -> line.replaceFirst("[.]$", "")).toList();
  }

  private static <T> Optional<T> ready(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Ready<T>(T value) -> Optional.of(value);
      case Parsed.Faulty<T> _ -> Optional.empty();
    };
  }
}
