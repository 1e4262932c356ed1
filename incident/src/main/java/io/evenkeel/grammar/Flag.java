package io.evenkeel.grammar;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every flag, how much of what follows it takes, and the verbs that have it. */
enum Flag {
  INCIDENT_ID("incident-id|incident|id", Takes.ONE),
  SEVERITY("severity|sev", Takes.SEVERITY),
  SERVICE("service|services", Takes.ONE),
  DETECTED("detected", Takes.TIME),
  STARTED("started", Takes.TIME),
  SUMMARY("summary", Takes.TEXT),
  MITIGATED("mitigated", Takes.TIME),
  RESOLVED("resolved|ended", Takes.TIME),
  PRIVATE("private", Takes.NOTHING),
  HERE("here", Takes.NOTHING),
  BACKFILL("backfill", Takes.NOTHING),
  DRILL("drill", Takes.NOTHING),
  NEW("new", Takes.NOTHING),
  CHANNEL("channel", Takes.ONE),
  /** For a button: the message that the first report was made from. */
  FROM("from", Takes.ONE),
  TITLE("title", Takes.TEXT),
  MESSAGE("message|msg|text", Takes.TEXT),
  RESOLUTION("resolution", Takes.TEXT),
  REASON("reason", Takes.TEXT),
  FORCE("force", Takes.TEXT),
  STATUS("status", Takes.ONE),
  NEXT("next", Takes.DURATION),
  INTERNAL("internal", Takes.NOTHING),
  AT("at", Takes.TIME),
  /** Also a moment that is still to come. */
  MOMENT("at", Takes.MOMENT),
  SINCE("from|since", Takes.MOMENT),
  UNTIL("until|till|to|for", Takes.MOMENT),
  LAYER("layer", Takes.ONE),
  EDIT("edit", Takes.NOTHING),
  LINK("link|evidence|source", Takes.ONE),
  HISTORY("history", Takes.NOTHING),
  AS("as", Takes.CANCELLED_AS),
  ROLE("role", Takes.ROLE),
  USER("user", Takes.USER),
  PAGE("page", Takes.ONE),
  DUE("due|by|in|until", Takes.DURATION),
  CLASS("class|kind|type", Takes.ONE),
  ANYWAY("anyway", Takes.NOTHING),
  /** For a button: the step as it read where the button stands. */
  READ("read", Takes.ONE),
  ALL("all", Takes.NOTHING),
  SPEED("speed", Takes.ONE),
  HELP("help", Takes.NOTHING);

  /** How much of what follows is the value, unless it stands in quotes. */
  enum Takes {
    NOTHING,
    ONE,
    TEXT,
    TIME,
    MOMENT,
    DURATION,
    SEVERITY,
    CANCELLED_AS,
    ROLE,
    USER
  }

  private final String forms;
  private final Takes takes;

  Flag(String forms, Takes takes) {
    this.forms = forms;
    this.takes = takes;
  }

  String typed() {
    return "--" + forms().getFirst();
  }

  private List<String> forms() {
    return List.of(forms.split("\\|", -1));
  }

  Takes takes() {
    return takes;
  }

  /** May be given more than once. */
  boolean repeats() {
    return this == SERVICE;
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

  static Set<Flag> of(Verb verb) {
    return switch (verb) {
      case DECLARE ->
          EnumSet.of(
              HELP, SEVERITY, SERVICE, DETECTED, STARTED, MITIGATED, RESOLVED, PRIVATE, DRILL, HERE,
              BACKFILL, NEW, CHANNEL, TITLE, SUMMARY, FROM);
      case ASSIGN -> EnumSet.of(HELP, INCIDENT_ID, ROLE, USER, FORCE);
      case HANDOVER -> EnumSet.of(HELP, INCIDENT_ID, ROLE, USER);
      case TAKE, UNASSIGN, ACCEPT, DECLINE -> EnumSet.of(HELP, INCIDENT_ID, ROLE);
      case STATEMENT -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE);
      case UPDATE -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE, STATUS, NEXT, INTERNAL, EDIT);
      case CORRECT -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE, AT, REASON);
      case WITHDRAW -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE, REASON);
      case STATUS -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE, STATUS);
      case SEVERITY -> EnumSet.of(HELP, INCIDENT_ID, SEVERITY, REASON);
      case NOTE -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE, AT, LINK);
      case MILESTONE -> EnumSet.of(HELP, INCIDENT_ID, AT);
      case DECISION, MITIGATE, CLOSE -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE);
      case RESOLVE, RESOLUTION -> EnumSet.of(HELP, INCIDENT_ID, RESOLUTION, MESSAGE);
      case REOPEN -> EnumSet.of(HELP, INCIDENT_ID, REASON);
      case CANCEL -> EnumSet.of(HELP, INCIDENT_ID, REASON, AS);
      case MERGE, JOIN, CONFIRM, RETRY, WAR_ROOM -> EnumSet.of(HELP, INCIDENT_ID);
      case POSTMORTEM -> EnumSet.of(HELP, INCIDENT_ID, FORCE, USER, DUE);
      case DOING -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE, ANYWAY);
      case DONE -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE, ALL);
      case TASK -> EnumSet.of(HELP, INCIDENT_ID, USER, MESSAGE, DUE);
      case ACTION -> EnumSet.of(HELP, INCIDENT_ID, USER, MESSAGE, DUE, CLASS, PAGE);
      case LIST -> EnumSet.of(HELP, SEVERITY, SERVICE, PAGE);
      case LINK -> EnumSet.of(HELP, INCIDENT_ID, TITLE);
      case CALL -> EnumSet.of(HELP, INCIDENT_ID);
      case TIMELINE -> EnumSet.of(HELP, INCIDENT_ID, PAGE, HISTORY);
      case HELP -> EnumSet.of(HELP);
      case SNOOZE -> EnumSet.of(HELP, INCIDENT_ID, DUE);
      case QUIET -> EnumSet.of(HELP);
      case SUBSCRIBE, UNSUBSCRIBE -> EnumSet.of(HELP, INCIDENT_ID, SEVERITY, SERVICE);
      case ONCALL -> EnumSet.of(HELP, MOMENT, SINCE, UNTIL, LAYER, USER);
      case MAINTENANCE -> EnumSet.of(HELP, SERVICE, SINCE, UNTIL, REASON);
      case PAGE -> EnumSet.of(HELP, INCIDENT_ID, MESSAGE);
      case ESCALATE -> EnumSet.of(HELP, INCIDENT_ID);
      case LOAD -> EnumSet.of(HELP);
      case IMPACT -> EnumSet.of(HELP, INCIDENT_ID);
      case SLO -> EnumSet.of(HELP, SERVICE);
      case DRILL -> EnumSet.of(HELP, INCIDENT_ID, SPEED, REASON);
      case SERVICE -> EnumSet.of(HELP, SERVICE);
      case RUNBOOK -> EnumSet.of(HELP, INCIDENT_ID, PAGE, READ);
      case ALERT -> EnumSet.of(HELP, INCIDENT_ID, REASON);
    };
  }
}
