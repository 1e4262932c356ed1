package io.evenkeel.bot.config;

import io.evenkeel.bot.outgoing.Reach;
import io.evenkeel.bot.spec.Specs;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.service.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All keys of the file. One that nobody reads is a fault: a typo. */
final class InstallationKeys {
  private InstallationKeys() {}

  static Installation read(YamlKey root, Variables variables) {
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
    Roles roles = root.at("roles").present() ? RoleKeys.read(root.at("roles")) : standard.roles();
    SeverityScale severities =
        root.at("severities").present()
            ? SeverityKeys.read(root.at("severities"))
            : standard.severities();
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
        RetentionKeys.read(root.at("retention")),
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

  private static Installation.Calendars calendars(YamlKey key) {
    key.only("every", "this_machine");
    return new Installation.Calendars(
        key.at("every")
            .duration(Duration.ofSeconds(1), Duration.ofHours(24))
            .orElse(Installation.Calendars.STANDARD.every()),
        key.at("this_machine").matching("true|false", "true or false").equals(Optional.of("true")));
  }
}
