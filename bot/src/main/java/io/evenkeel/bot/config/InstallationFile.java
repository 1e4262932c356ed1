package io.evenkeel.bot.config;

import io.evenkeel.bot.outgoing.Reach;
import io.evenkeel.bot.spec.Specs;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.service.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the file that {@code EVENKEEL_CONFIG} names. A key nobody reads is a fault: a typo. */
final class InstallationFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private InstallationFile() {}

  static Installation read(Variables variables) {
    Optional<String> path = variables.text("EVENKEEL_CONFIG");
    if (path.isEmpty()) {
      return Installation.STANDARD;
    }
    var faults = new ArrayList<Fault>();
    try {
      JsonNode root = YAML.readTree(Files.readString(Path.of(path.get())));
      return installation(new YamlKey("", root, faults), variables);
    } catch (IOException | RuntimeException unreadable) {
      faults.add(unreadable(path.get(), unreadable));
      return Installation.STANDARD;
    } finally {
      variables.faults(faults);
    }
  }

  private static Fault unreadable(String path, Exception why) {
    if (why instanceof JacksonException broken) {
      var at = broken.getLocation();
      return new Fault(
          "EVENKEEL_CONFIG",
          "is no YAML: "
              + broken.getOriginalMessage().lines().findFirst().orElse("it cannot be read")
              + (at == null ? "" : " (line " + at.getLineNr() + ")"),
          "Put that line of " + path + " right");
    }
    return new Fault(
        "EVENKEEL_CONFIG",
        "names \"" + path + "\", which cannot be read",
        "Check the path and that the bot may read it, or leave it out for the standard settings");
  }

  private static Installation installation(YamlKey root, Variables variables) {
    root.only(
        "severities",
        "roles",
        "channels",
        "call_url",
        "policy",
        "capture",
        "schedule",
        "finishing",
        "postmortem",
        "delivery",
        "blameless",
        "oncall",
        "calendars",
        "paging",
        "rules",
        "reminders",
        "outgoing",
        "retention",
        "experiments",
        "prometheus",
        "budgets",
        "alerts",
        "services",
        "runbooks",
        "slos");
    YamlKey alerts = root.at("alerts");
    alerts.only("sources", "routes");
    var standard = Installation.STANDARD;
    YamlKey channels = root.at("channels");
    channels.only("announcement");
    YamlKey schedule = root.at("schedule");
    schedule.only("look_every", "archive_after_days");
    YamlKey capture = root.at("capture");
    capture.only("emoji");
    Roles roles = root.at("roles").present() ? roles(root.at("roles")) : standard.roles();
    SeverityScale severities =
        root.at("severities").present() ? severities(root.at("severities")) : standard.severities();
    Schedules schedules = OnCallKeys.read(root.at("oncall"));
    Reach outgoing = OutgoingKeys.read(root.at("outgoing"));
    OutgoingKeys.check(outgoing, root.at("oncall"), root.at("paging").at("outlets"));
    Paging paging = PagingKeys.read(root.at("paging"), schedules, severities, variables);
    Catalogue services = ServiceKeys.read(root.at("services"), schedules, paging);
    Specs slos = SloKeys.read(root.at("slos"), variables, services);
    return new Installation(
        severities,
        roles,
        channels
            .at("announcement")
            .matching("#?[a-z0-9_-]{1,80}", "a channel's name such as incidents")
            .map(name -> name.replace("#", ""))
            .orElse(standard.announcementChannel()),
        root.at("call_url")
            .matching(
                "https?://[^\\s<>\"|]{3,500}",
                "an address such as https://meet.example.org/{incident}")
            .orElse(null),
        schedule
            .at("look_every")
            .duration(Duration.ofMillis(100), Duration.ofMinutes(1))
            .orElse(standard.lookEvery()),
        capture
            .at("emoji")
            .matching(":?[a-z0-9_+'-]{1,100}:?", "an emoji's name such as pushpin")
            .map(name -> name.replace(":", ""))
            .orElse(standard.captureEmoji()),
        PolicyKeys.read(root.at("policy"), roles),
        schedule
            .at("archive_after_days")
            .number(1, 3650)
            .map(Duration::ofDays)
            .orElse(standard.archiveAfter()),
        FinishingKeys.read(root.at("finishing"), severities),
        PostmortemKeys.read(root.at("postmortem"), severities),
        DeliveryKeys.read(root.at("delivery"), standard.delivery()),
        BlamelessKeys.read(root.at("blameless")),
        schedules,
        calendars(root.at("calendars")),
        paging,
        RuleKeys.read(
            root.at("rules"),
            severities,
            roles,
            schedules,
            paging,
            OutletKeys.webhooks(root.at("paging").at("outlets"))),
        ReminderKeys.read(root.at("reminders"), severities, roles),
        outgoing,
        retention(root.at("retention")),
        new Signals(
            services,
            PrometheusKeys.read(root.at("prometheus"), variables),
            BudgetKeys.read(root.at("budgets"), severities).of(slos.objectives()),
            AlertSourceKeys.read(alerts.at("sources")),
            ExperimentFolder.folder(root.at("experiments"), folder(variables), severities),
            RunbookKeys.read(root.at("runbooks"), variables),
            slos,
            RouteKeys.read(alerts.at("routes"), severities, schedules, paging)));
  }

  /** What folders are relative to: where the file is. */
  private static @Nullable Path folder(Variables variables) {
    return variables.text("EVENKEEL_CONFIG").map(Path::of).map(Path::getParent).orElse(null);
  }

  /**
   * <pre>
   * retention: {answers_days: 30, said_days: 90, captured_days: 365, alerts_days: 90}
   * </pre>
   */
  private static Installation.Retention retention(YamlKey key) {
    key.only("answers_days", "said_days", "captured_days", "alerts_days");
    return new Installation.Retention(
        days(key.at("answers_days"), 2),
        days(key.at("said_days"), 1),
        days(key.at("captured_days"), 1),
        key.at("alerts_days")
            .number(7, 36500)
            .map(Duration::ofDays)
            .orElse(Installation.Retention.ALERTS));
  }

  private static @Nullable Duration days(YamlKey key, int least) {
    return key.number(least, 36500).map(Duration::ofDays).orElse(null);
  }

  private static Installation.Calendars calendars(YamlKey key) {
    key.only("every", "this_machine");
    return new Installation.Calendars(
        key.at("every")
            .duration(Duration.ofSeconds(1), Duration.ofHours(24))
            .orElse(Installation.Calendars.STANDARD.every()),
        key.at("this_machine").matching("true|false", "true or false").equals(Optional.of("true")));
  }

  private static SeverityScale severities(YamlKey key) {
    key.only("assumed", "levels");
    var levels = new ArrayList<SeverityScale.Level>();
    Set<String> taken = new HashSet<>();
    for (YamlKey item : key.at("levels").items()) {
      item.only("name", "word", "meaning", "aliases", "tell");
      String name = item.at("name").required("the severity's name, such as SEV-1");
      List<String> aliases = item.at("aliases").texts();
      unique(item, taken, name, aliases);
      levels.add(
          new SeverityScale.Level(
              new Severity(name),
              item.at("word").required("one word for it, such as critical"),
              item.at("meaning").required("what it means for users, such as complete outage"),
              aliases,
              item.at("tell").text().orElse("")));
    }
    if (levels.isEmpty() && key.present()) {
      key.at("levels").fault("holds no severity", "List each with name, word and meaning");
      return SeverityScale.STANDARD;
    }
    String assumed = key.at("assumed").required("the severity when nobody says one");
    if (levels.stream().noneMatch(level -> level.severity().name().equals(assumed))) {
      if (!assumed.isEmpty()) {
        key.at("assumed").fault("is none of the levels", "Write the name of one of them");
      }
      return SeverityScale.STANDARD;
    }
    return new SeverityScale(levels, new Severity(assumed));
  }

  private static Roles roles(YamlKey key) {
    var entries = new ArrayList<Roles.Entry>();
    Set<String> taken = new HashSet<>();
    for (YamlKey item : key.items()) {
      item.only("name", "aliases", "duty");
      String name =
          item.at("name")
              .matching("[a-z][a-z0-9-]*", "lower-case words with hyphens, such as tech-lead")
              .orElse(item.at("name").required("the role's name, such as tech-lead"));
      List<String> aliases = item.at("aliases").texts();
      unique(item, taken, name, aliases);
      entries.add(
          new Roles.Entry(
              new Role(name), aliases, item.at("duty").required("what its holder does")));
    }
    if (entries.stream().noneMatch(entry -> entry.role().equals(Role.INCIDENT_COMMANDER))) {
      key.fault("has no incident-commander", "Add it: whoever declares an incident gets that role");
    }
    return new Roles(entries);
  }

  /** Two things under one name would be told apart by their order alone. */
  private static void unique(YamlKey item, Set<String> taken, String name, List<String> aliases) {
    Set<String> own = new HashSet<>(List.of(bare(name)));
    aliases.forEach(alias -> own.add(bare(alias)));
    own.remove("");
    for (String written : own) {
      if (!taken.add(written)) {
        item.fault("is called \"" + written + "\" as another one is", "Give each its own names");
      }
    }
  }

  private static String bare(String name) {
    return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }
}
