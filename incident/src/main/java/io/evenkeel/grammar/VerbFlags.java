package io.evenkeel.grammar;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which flags a verb has, and which one was meant. */
final class VerbFlags {
  private VerbFlags() {}

  static Set<Flag> of(Verb verb) {
    return switch (verb) {
      case DECLARE ->
          EnumSet.of(
              Flag.HELP,
              Flag.SEVERITY,
              Flag.SERVICE,
              Flag.DETECTED,
              Flag.STARTED,
              Flag.MITIGATED,
              Flag.RESOLVED,
              Flag.PRIVATE,
              Flag.DRILL,
              Flag.HERE,
              Flag.BACKFILL,
              Flag.NEW,
              Flag.CHANNEL,
              Flag.TITLE,
              Flag.SUMMARY,
              Flag.FROM);
      case ASSIGN -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.ROLE, Flag.USER, Flag.FORCE);
      case HANDOVER -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.ROLE, Flag.USER);
      case TAKE, UNASSIGN, ACCEPT, DECLINE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.ROLE);
      case STATEMENT -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE);
      case UPDATE ->
          EnumSet.of(
              Flag.HELP,
              Flag.INCIDENT_ID,
              Flag.MESSAGE,
              Flag.STATUS,
              Flag.NEXT,
              Flag.INTERNAL,
              Flag.EDIT);
      case CORRECT -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE, Flag.AT, Flag.REASON);
      case WITHDRAW -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE, Flag.REASON);
      case STATUS -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE, Flag.STATUS);
      case SEVERITY -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.SEVERITY, Flag.REASON);
      case NOTE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE, Flag.AT, Flag.LINK);
      case MILESTONE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.AT);
      case DECISION, MITIGATE, CLOSE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE);
      case RESOLVE, RESOLUTION ->
          EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.RESOLUTION, Flag.MESSAGE);
      case REOPEN -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.REASON);
      case CANCEL -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.REASON, Flag.AS);
      case MERGE, JOIN, CONFIRM, RETRY, WAR_ROOM -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID);
      case POSTMORTEM -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.FORCE, Flag.USER, Flag.DUE);
      case DOING -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE, Flag.ANYWAY);
      case DONE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE, Flag.ALL);
      case TASK -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.USER, Flag.MESSAGE, Flag.DUE);
      case ACTION ->
          EnumSet.of(
              Flag.HELP,
              Flag.INCIDENT_ID,
              Flag.USER,
              Flag.MESSAGE,
              Flag.DUE,
              Flag.CLASS,
              Flag.PAGE);
      case LIST -> EnumSet.of(Flag.HELP, Flag.SEVERITY, Flag.SERVICE, Flag.PAGE);
      case LINK -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.TITLE);
      case CALL -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID);
      case TIMELINE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.PAGE, Flag.HISTORY);
      case HELP -> EnumSet.of(Flag.HELP);
      case SNOOZE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.DUE);
      case QUIET -> EnumSet.of(Flag.HELP);
      case SUBSCRIBE, UNSUBSCRIBE ->
          EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.SEVERITY, Flag.SERVICE);
      case ONCALL ->
          EnumSet.of(Flag.HELP, Flag.MOMENT, Flag.SINCE, Flag.UNTIL, Flag.LAYER, Flag.USER);
      case MAINTENANCE -> EnumSet.of(Flag.HELP, Flag.SERVICE, Flag.SINCE, Flag.UNTIL, Flag.REASON);
      case PAGE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.MESSAGE);
      case ESCALATE -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID);
      case LOAD -> EnumSet.of(Flag.HELP);
      case IMPACT -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID);
      case SLO -> EnumSet.of(Flag.HELP, Flag.SERVICE);
      case DRILL -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.SPEED, Flag.REASON);
      case SERVICE -> EnumSet.of(Flag.HELP, Flag.SERVICE);
      case RUNBOOK -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.PAGE, Flag.READ);
      case ALERT -> EnumSet.of(Flag.HELP, Flag.INCIDENT_ID, Flag.REASON);
    };
  }

  static Optional<Flag> find(String name, Verb verb) {
    String wanted = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return of(verb).stream().filter(flag -> flag.forms().contains(wanted)).findFirst();
  }

  /** The flag of that verb whose name was nearly typed. */
  static Optional<Flag> nearest(String name, Verb verb) {
    var names = of(verb).stream().flatMap(flag -> flag.forms().stream()).toList();
    return Nearest.of(name.replace('_', '-'), names).stream()
        .findFirst()
        .flatMap(near -> find(near, verb));
  }

  /** A verb that has such a flag; to say where it belongs. */
  static Optional<Verb> elsewhere(String name) {
    return Arrays.stream(Verb.values()).filter(verb -> find(name, verb).isPresent()).findFirst();
  }
}
