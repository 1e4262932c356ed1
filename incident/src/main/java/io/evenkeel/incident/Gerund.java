package io.evenkeel.incident;

import java.util.Locale;
import java.util.Set;

/** "restart primary" as it is told of somebody: "restarting primary". */
final class Gerund {
  /** What people do in incidents. Any other first word may be no verb: then it is quoted. */
  private static final Set<String> VERBS =
      Set.of(
          "add",
          "ask",
          "block",
          "build",
          "call",
          "change",
          "check",
          "clean",
          "clear",
          "collect",
          "compare",
          "debug",
          "delete",
          "deploy",
          "disable",
          "drain",
          "enable",
          "enlarge",
          "fail",
          "fix",
          "flush",
          "increase",
          "inspect",
          "install",
          "investigate",
          "kill",
          "look",
          "migrate",
          "monitor",
          "move",
          "open",
          "patch",
          "ping",
          "promote",
          "purge",
          "read",
          "rebuild",
          "recover",
          "redeploy",
          "reload",
          "remove",
          "replace",
          "replay",
          "reproduce",
          "restart",
          "restore",
          "revert",
          "review",
          "roll",
          "rotate",
          "route",
          "scale",
          "search",
          "shift",
          "start",
          "switch",
          "talk",
          "test",
          "throttle",
          "trace",
          "try",
          "turn",
          "update",
          "upgrade",
          "verify",
          "wait",
          "watch",
          "write");

  private static final Set<String> DOUBLING =
      Set.of("cut", "drop", "get", "put", "reset", "run", "scan", "set", "shut", "stop", "swap");

  private Gerund() {}

  /** As it follows "has been": {@code restarting primary}, or {@code doing “db failover”}. */
  static String of(String text) {
    int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
    String verb = text.substring(0, end).toLowerCase(Locale.ROOT);
    String rest = text.substring(end);
    if (verb.matches("[a-z]{3,}ing")) {
      return verb + rest;
    }
    if (DOUBLING.contains(verb)) {
      return verb + verb.charAt(verb.length() - 1) + "ing" + rest;
    }
    if (VERBS.contains(verb)) {
      return (verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb) + "ing" + rest;
    }
    return "doing “" + text + "”";
  }
}
