package io.evenkeel.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every verb of {@code /incident}, in the order in which help shows them. */
public enum Verb {
  DECLARE(
      "declare|new|open|create|start|report",
      "begin an incident; you become acting incident commander",
      "[title] [--severity SEV-1] [--service api] [--detected 14:30] [--started 20m]"
          + " [--summary text] [--private] [--drill] [--new] [--channel #incidents] [--here]"
          + " [--backfill --resolved 2026-11-01T16:10Z]",
      "API service down --severity SEV-1"),
  JOIN("join", "come into an incident's channel", "[INC-12]", "INC-12"),
  STATUS(
      "status",
      "show the status card, or move the status",
      "[investigating|identified|monitoring [text]]",
      "monitoring error rate is falling"),
  ASSIGN(
      "assign|role",
      "give people their roles",
      "@user role, @user role",
      "@alice tech lead, @bob comms"),
  TAKE("take", "take a role that nobody holds, or command from who is only acting", "role", "ic"),
  CONFIRM("confirm", "make the acting commander the commander", "[INC-12]", "INC-12"),
  UNASSIGN("unassign", "take a role back", "role", "scribe"),
  HANDOVER(
      "handover|handoff",
      "hand a role over: it passes once the other says yes",
      "role @user",
      "ic @bob"),
  ACCEPT("accept", "take the role that you were offered", "[role]", "ic"),
  DECLINE("decline|keep", "refuse a role that you were offered, or keep yours", "[role]", "ic"),
  UPDATE(
      "update|up",
      "post where things stand",
      "text [--status monitoring] [--next 30m] [--internal] | --edit text",
      "Pool enlarged, errors are falling --next 30m"),
  STATEMENT(
      "statement|statements",
      "say something to customers or executives, once the communications lead or the commander has"
          + " approved it",
      "customer|executive [text] | approve 2 | change 2 | decline 2 [why] | list",
      "customer Checkout is slow and we are working on it"),
  SEVERITY("severity|sev", "change the severity", "SEV-2 [reason]", "SEV-1 payments fail too"),
  NOTE(
      "note|log",
      "write something into the timeline",
      "text [--at 14:02] [--link url]",
      "restarted the primary --at 14:02"),
  CORRECT(
      "correct|amend",
      "put an entry of the timeline right: its time, or your own words",
      "12 [text] [--at 14:02] [--reason why]",
      "12 --at 14:02"),
  WITHDRAW(
      "withdraw|retract",
      "take an entry off the timeline; the history keeps it",
      "12 reason",
      "12 that was another incident"),
  MILESTONE(
      "milestone",
      "put a milestone's time right",
      "started|detected|acknowledged|mitigated|resolved 14:30|unknown",
      "detected 14:30"),
  DECISION("decision|decide", "record a decision", "text", "promote the replica"),
  DOING(
      "doing|claim",
      "say what you are doing right now, so that nobody does it twice",
      "[text] [--anyway]",
      "restart primary"),
  DONE("done", "say that what you were doing is done", "[text|task 3] [--all]", "restart primary"),
  TASK(
      "task|tasks|todo",
      "give somebody a task, with a reminder when its time is up",
      "@user text [in 10m] | done 3 | more 3 [in 20m] | give 3 @user | drop 3 | list",
      "@bob check the backups in 10m"),
  ACTION(
      "action|actions|action-item",
      "keep an action item for after the incident",
      "[@user] text [by 2026-12-01] [--class prevent] | done 2 [url] | list | mine|open|all [--page"
          + " 2]",
      "@bob alert on pool size by 2026-12-01"),
  TIMELINE(
      "timeline|history",
      "show the timeline, the newest page first",
      "[INC-12] [--page 2] [--history]",
      ""),
  SUBSCRIBE(
      "subscribe|follow",
      "get updates by direct message without being in the channel",
      "[INC-12|SEV-1|service|list]",
      "INC-12"),
  UNSUBSCRIBE("unsubscribe|unfollow", "stop those messages", "[INC-12|SEV-1|service]", "INC-12"),
  SNOOZE(
      "snooze|unsnooze",
      "let reminders of an incident rest for a while",
      "[30m|until 14:30|off] [update-due|no-commander|role-empty|still-monitoring|stale|"
          + "postmortem-due] [INC-12]",
      "30m"),
  QUIET(
      "quiet|quiet-hours",
      "set hours in which nothing that can wait is sent to you; open SEV-1 and SEV-2 cannot",
      "[22:00-08:00|off]",
      "22:00-08:00"),
  MITIGATE("mitigate|mitigated", "users are no longer hurt", "[text]", "traffic moved to region B"),
  RESOLVE("resolve|resolved|fix|fixed", "end the incident", "[resolution]", "Enlarged the pool"),
  RESOLUTION(
      "resolution|outcome",
      "say afterwards what ended it, and since when users were no longer hurt",
      "text",
      "Enlarged the connection pool"),
  CLOSE(
      "close|closed", "close the books of a resolved incident", "[text]", "postmortem is written"),
  REOPEN("reopen", "say that it is back", "reason", "errors are back since 16:10"),
  CANCEL(
      "cancel",
      "say that it was no incident after all",
      "reason [--as false-alarm|duplicate|test]",
      "the probe was wrong --as false-alarm"),
  MERGE(
      "merge",
      "fold it into another incident that is the same, or undo that within 24 hours",
      "into INC-12 | undo [INC-7]",
      "into INC-12"),
  LIST(
      "list|ls",
      "list incidents",
      "[open|mine|all] [--severity SEV-1] [--service api] [--page 2]",
      "open"),
  LINK(
      "link",
      "keep a link on the card and as a bookmark",
      "url [title]",
      "https://grafana.example.org/d/api API dashboard"),
  CALL(
      "call|bridge",
      "open a call, or say where it is",
      "[url]",
      "https://meet.example.org/api-down"),
  POSTMORTEM(
      "postmortem|pm",
      "share the postmortem, edit it, and bring it to its end",
      "[owner @user by 2026-12-01 | edit | questions | check | preview | regenerate | review |"
          + " reviewed | publish [--force reason] | draft] [INC-12]",
      "owner @bob by 2026-12-01"),
  RETRY("retry|try-again", "try again what could not be done in Slack", "[INC-12]", "INC-12"),
  WAR_ROOM(
      "war-room|warroom|room", "link to the incident's channel", "[create] [INC-12]", "create"),
  PAGE(
      "page|wake",
      "page somebody until somebody has it in hand",
      "@user|schedule|policy [text] | ack 3 | decline 3 | stop 3 | list",
      "@bob the database is down"),
  ESCALATE("escalate", "page the next in line at once", "[3]", ""),
  LOAD("load", "show how often people were paged, and at night", "[@user]", ""),
  ONCALL(
      "oncall|on-call",
      "say who is on call, and let somebody stand in or swap",
      "[schedule] [--at \"tomorrow 09:00\"] | override @user 2h [schedule] [--from 18:00] |"
          + " overrides | withdraw 3 | swap @user [schedule] | accept 4 | decline 4",
      ""),
  MAINTENANCE(
      "maintenance|maintain",
      "plan when a service is worked on: its alerts are quiet then, and its budgets leave it out",
      "service 2026-11-22 22:00 for 2h [what is done] | list | cancel 3 | end 3",
      "api 2026-11-22 22:00 for 2h upgrade postgres"),
  IMPACT(
      "impact",
      "say how much of what was asked failed, so that the incident's price can be estimated",
      "40% [since 14:02]",
      "40% since 14:02"),
  SLO(
      "slo|slos|budget|error-budget",
      "show how much of a service's error budget is left, and what follows from that",
      "[service]",
      "api"),
  DRILL(
      "drill|drills|experiment|gameday",
      "run an experiment as a drill, step by step and measured, or replay an incident",
      "list | run NAME | next [2] | abort reason | status | report [INC-9] | replay INC-12"
          + " [--speed 10]",
      "run database-failover"),
  SERVICE(
      "service|services",
      "show who owns a service, who is called for it, and what it lacks",
      "[name] | list | readiness",
      "api"),
  RUNBOOK(
      "runbook|runbooks|playbook",
      "follow a runbook step by step",
      "[name] [--page 2] | tick 3 [name] | untick 3 [name] | list",
      "tick 3"),
  ALERT(
      "alert|alerts",
      "say what is to become of alerts, or list them",
      "list [INC-4] | declare A-12 | attach A-12 to INC-4 | dismiss A-12 [reason]",
      "attach A-12 to INC-4"),
  HELP("help|?", "show what can be typed", "[verb|all]", "assign");

  private final String forms;
  private final String purpose;
  private final String operands;
  private final String sample;

  Verb(String forms, String purpose, String operands, String sample) {
    this.forms = forms;
    this.purpose = purpose;
    this.operands = operands;
    this.sample = sample;
  }

  /** The verb of that word or short form, in any letter case. */
  public static Optional<Verb> find(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(verb -> verb.forms().contains(wanted)).findFirst();
  }

  /** The long form. */
  public String word() {
    return forms().getFirst();
  }

  /** What follows it is, but for its flags, somebody's own words. */
  boolean takesText() {
    return switch (this) {
      case DECLARE,
          UPDATE,
          NOTE,
          CORRECT,
          WITHDRAW,
          DECISION,
          DOING,
          DONE,
          MITIGATE,
          RESOLVE,
          RESOLUTION,
          CLOSE,
          REOPEN,
          CANCEL ->
          true;
      case JOIN,
          STATUS,
          ASSIGN,
          TAKE,
          CONFIRM,
          UNASSIGN,
          HANDOVER,
          ACCEPT,
          DECLINE,
          STATEMENT,
          SEVERITY,
          MILESTONE,
          TASK,
          ACTION,
          TIMELINE,
          SUBSCRIBE,
          UNSUBSCRIBE,
          SNOOZE,
          QUIET,
          MERGE,
          LIST,
          LINK,
          CALL,
          POSTMORTEM,
          RETRY,
          WAR_ROOM,
          PAGE,
          ESCALATE,
          LOAD,
          ONCALL,
          MAINTENANCE,
          IMPACT,
          SLO,
          DRILL,
          SERVICE,
          RUNBOOK,
          ALERT,
          HELP ->
          false;
    };
  }

  /** Every way to type it, the long form first. */
  public List<String> forms() {
    return List.of(forms.split("\\|", -1));
  }

  /** What it is for, in a few words, without a full stop. */
  public String purpose() {
    return purpose;
  }

  /** How it is typed after {@code /incident}: {@code note text [--at 14:02]}. */
  public String form() {
    return (word() + " " + operands).strip();
  }

  /** Something real to type after {@code /incident}: {@code note restarted the primary}. */
  public String example() {
    return (word() + " " + sample).strip();
  }
}
