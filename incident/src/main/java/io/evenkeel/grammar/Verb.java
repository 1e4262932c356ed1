package io.evenkeel.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every verb of {@code /incident}, in the order in which help shows them. */
public enum Verb {
  DECLARE("declare", true, "declare|new|open|create|start|report"),
  JOIN("join", true, "join"),
  STATUS("status", true, "status"),
  ASSIGN("assign", true, "assign|role"),
  UNASSIGN("unassign", true, "unassign"),
  HANDOVER("handover", false, "handover|handoff"),
  UPDATE("update", true, "update|up"),
  SEVERITY("severity", true, "severity|sev"),
  NOTE("note", true, "note|log"),
  MILESTONE("milestone", true, "milestone"),
  DECISION("decision", true, "decision|decide"),
  DOING("doing", false, "doing"),
  DONE("done", false, "done"),
  TASK("task", false, "task"),
  ACTION("action", false, "action"),
  TIMELINE("timeline", false, "timeline"),
  SUBSCRIBE("subscribe", false, "subscribe"),
  MITIGATE("mitigate", true, "mitigate|mitigated"),
  RESOLVE("resolve", true, "resolve|resolved|fix|fixed"),
  CLOSE("close", false, "close"),
  REOPEN("reopen", true, "reopen"),
  CANCEL("cancel", true, "cancel"),
  MERGE("merge", false, "merge"),
  LIST("list", true, "list|ls"),
  LINK("link", false, "link"),
  CALL("call", false, "call"),
  POSTMORTEM("postmortem", true, "postmortem|pm"),
  WAR_ROOM("war-room", true, "war-room|warroom|room"),
  PAGE("page", false, "page"),
  ESCALATE("escalate", false, "escalate"),
  ONCALL("oncall", false, "oncall|on-call"),
  HELP("help", true, "help|?");

  private final String word;
  private final boolean built;
  private final String forms;

  Verb(String word, boolean built, String forms) {
    this.word = word;
    this.built = built;
    this.forms = forms;
  }

  /** The verb of that word or short form, in any letter case. */
  public static Optional<Verb> find(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(verb -> verb.forms().contains(wanted)).findFirst();
  }

  /** The long form. */
  public String word() {
    return word;
  }

  /** False for a verb of the grammar that is not there yet and says so. */
  public boolean built() {
    return built;
  }

  /** Every way to type it, the long form first. */
  public List<String> forms() {
    return List.of(forms.split("\\|", -1));
  }
}
