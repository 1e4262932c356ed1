package io.evenkeel.bot.config;

import io.evenkeel.bot.outgoing.Reach;
import io.evenkeel.incident.Finishing;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.policy.Policy;
import io.evenkeel.reminder.Cadences;
import io.evenkeel.response.Rules;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How this installation words and paces things: the YAML file that {@code EVENKEEL_CONFIG} names.
 * What the file leaves out is as in {@link #STANDARD}.
 *
 * @param announcementChannel name without {@code #}
 * @param callUrl where calls are held, with {@code {incident}} for the incident; null where people
 *     say it themselves
 * @param lookEvery how often it is looked for what is due, such as a task whose time is up
 * @param captureEmoji the reaction that puts a message onto the timeline, named without colons
 * @param archiveAfter so long after an incident was closed its channel is archived
 * @param blameless what the linter of postmortems tells
 * @param oncall who is on call when, under {@code oncall:}
 * @param calendars how calendars kept elsewhere are read
 * @param paging how pages go on, and what rings a phone
 * @param rules what follows by itself, under {@code rules:}
 * @param finishing of which incidents somebody is to finish the postmortem
 * @param postmortem how postmortems are written and kept
 * @param reminders when to remind of what, under {@code reminders:}
 * @param outgoing which hosts may be called besides Slack and Postgres, under {@code outgoing:}
 * @param retention how long what nobody needs is kept, under {@code retention:}
 * @param signals what it knows of what it watches
 */
public record Installation(
    SeverityScale severities,
    Roles roles,
    String announcementChannel,
    @Nullable String callUrl,
    Duration lookEvery,
    String captureEmoji,
    Policy policy,
    Duration archiveAfter,
    Finishing finishing,
    Postmortem postmortem,
    Delivery delivery,
    io.evenkeel.blameless.Settings blameless,
    Schedules oncall,
    Calendars calendars,
    Paging paging,
    Rules rules,
    Cadences reminders,
    Reach outgoing,
    Retention retention,
    Signals signals) {

  /** From {@code EVENKEEL_CONFIG} alone, for what needs nothing else. */
  public static Parsed<Installation> parse(Map<String, String> environment) {
    var variables = new Variables(environment);
    Installation installation = InstallationFile.read(variables);
    return variables.parsed(() -> installation);
  }

  /**
   * How postmortems are written and kept.
   *
   * @param templates a template's name by a severity's name; under "" the one for all others
   * @param privateFiles whether {@code EXPORT_DIR} also gets those of private incidents
   * @param names whether readers inside find names in the narrative, too
   */
  public record Postmortem(Map<String, String> templates, boolean privateFiles, boolean names) {
    public static final Postmortem STANDARD = new Postmortem(Map.of(), false, false);

    public Postmortem {
      templates = Map.copyOf(templates);
    }
  }

  /**
   * How calendars that are kept elsewhere are read.
   *
   * @param every how long after it was asked for one is asked for again
   * @param onThisMachine whether addresses of this machine are read, by plain http too: for tests
   */
  public record Calendars(Duration every, boolean onThisMachine) {
    public static final Calendars STANDARD = new Calendars(Duration.ofMinutes(15), false);
  }

  /**
   * How long what nobody needs is kept; null for ever.
   *
   * @param answers for repeats of a request
   * @param said words in what was done in Slack, of finished incidents
   * @param captured wordings of messages that no timeline shows, of finished incidents
   * @param alerts those that belong to no incident, from the last word about them
   */
  public record Retention(
      @Nullable Duration answers,
      @Nullable Duration said,
      @Nullable Duration captured,
      Duration alerts) {
    /** A quarter: who looks back for alerts that were nothing does so within it. */
    static final Duration ALERTS = Duration.ofDays(90);

    public static final Retention STANDARD = new Retention(null, null, null, ALERTS);
  }

  /**
   * The times of the relay.
   *
   * @param poll how often it looks for work besides being woken
   * @param atOnce how many streams it works on at once
   * @param lease how long a worker may hold a stream; at least two calls
   * @param call how long one call to Slack may take
   * @param settle how long after a call that may have happened Slack's history is believed
   * @param backOff the wait after a first failure; doubles up to {@code longestBackOff}
   * @param probe how often a token that Slack refuses is tried
   * @param closing how long a stop waits for calls under way
   */
  public record Delivery(
      Duration poll,
      int atOnce,
      Duration lease,
      Duration call,
      Duration settle,
      Duration backOff,
      Duration longestBackOff,
      Duration probe,
      Duration closing,
      Pace pace) {}

  /**
   * How often Slack is called, all replicas together.
   *
   * @param postsPerSecond into one channel
   * @param postsBurst so many posts may come at once in one channel
   * @param burst so many calls of one other method may come at once
   * @param otherPerMinute for methods whose tier is not known here
   * @param perMinute by Slack method, where it differs from Slack's published tiers
   */
  public record Pace(
      int postsPerSecond,
      int postsBurst,
      int burst,
      int otherPerMinute,
      Map<String, Integer> perMinute) {
    public Pace {
      perMinute = Map.copyOf(perMinute);
    }
  }

  public static final Installation STANDARD =
      new Installation(
          SeverityScale.STANDARD,
          Roles.STANDARD,
          "incidents",
          null,
          Duration.ofSeconds(2),
          "pushpin",
          Policy.STANDARD,
          Duration.ofDays(7),
          Finishing.STANDARD,
          Postmortem.STANDARD,
          new Delivery(
              Duration.ofMillis(250),
              24,
              Duration.ofSeconds(30),
              Duration.ofSeconds(10),
              Duration.ofSeconds(30),
              Duration.ofSeconds(1),
              Duration.ofSeconds(60),
              Duration.ofSeconds(30),
              Duration.ofSeconds(12),
              new Pace(1, 3, 5, 50, Map.of())),
          io.evenkeel.blameless.Settings.STANDARD,
          Schedules.NONE,
          Calendars.STANDARD,
          Paging.NONE,
          Rules.standard(
              SeverityScale.STANDARD.levels().stream()
                  .map(level -> level.severity().name())
                  .toList()),
          Cadences.STANDARD,
          Reach.EVERYWHERE,
          Retention.STANDARD,
          Signals.NONE);
}
