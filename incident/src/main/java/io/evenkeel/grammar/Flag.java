package io.evenkeel.grammar;

import java.util.List;

/** Every flag, and how much of what follows it takes. */
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

  /** Every way to write its name, the long form first. */
  List<String> forms() {
    return List.of(forms.split("\\|", -1));
  }

  Takes takes() {
    return takes;
  }

  /** May be given more than once. */
  boolean repeats() {
    return this == SERVICE;
  }
}
