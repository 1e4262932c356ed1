package io.evenkeel.blameless;

import java.util.Set;

/** Which words mean people, and which only look so. */
final class Persons {
  private static final Set<String> NOUNS =
      Words.set(
          "engineer engineers developer developers dev devs operator operators admin admins"
              + " administrator administrators sysadmin sysadmins dba dbas sre sres on-call oncall"
              + " responder responders commander commanders manager managers lead leads intern"
              + " interns contractor contractors employee employees colleague colleagues coworker"
              + " coworkers teammate teammates author authors reviewer reviewers approver approvers"
              + " maintainer maintainers deployer deployers committer committers person persons"
              + " people someone somebody nobody anyone anybody everyone everybody one-person team"
              + " teams staff crew junior juniors senior seniors programmer programmers architect"
              + " architects tester testers analyst analysts technician technicians human humans"
              + " individual individuals consultant consultants trainee trainees newcomer reader"
              + " guy owner owners expert experts director cto ceo vp assignee declarer scribe ic"
              + " dispatcher shift folks whoever");

  /** Groups of people, when nothing stands before them that makes them a thing. */
  private static final Set<String> GROUPS =
      Words.set(
          "support operations ops product marketing management qa security sales legal engineering"
              + " leadership");

  private static final Set<String> ALWAYS = Words.set("i we you he she me us him them");

  private static final Set<String> SOME =
      Words.set(
          "one some none all both most many several few neither either two three members member any"
              + " part each");

  private static final Set<String> MACHINE_MANAGERS =
      Words.set(
          "package connection secrets secret memory lock resource cluster window session config"
              + " configuration cache task job lifecycle network password boot volume certificate"
              + " cert device process queue transaction traffic update version dependency state"
              + " object buffer storage file workload pool thread key");

  private static final Set<String> MACHINE_OPERATORS =
      Words.set(
          "kubernetes k8s postgres postgresql kafka redis prometheus custom cluster database"
              + " elastic mysql cert-manager rabbitmq vault");

  private static final Set<String> OF_OPERATORS =
      Words.set("reconcile reconciled reconciling crd crds custom namespace kubernetes k8s helm");

  private static final Set<String> VENDORS =
      Words.set("vendor vendors provider providers cloud aws azure google");

  private Persons() {}

  /** Whether the noun there, with the word before it, means people. */
  static boolean noun(Sentence in, int at) {
    String word = in.word(at);
    String before = in.word(at - 1);
    return switch (word) {
      case "manager", "managers" -> !MACHINE_MANAGERS.contains(before);
      case "operator", "operators" -> !MACHINE_OPERATORS.contains(before) && !in.has(OF_OPERATORS);
      case "shift" ->
          Words.set("night day morning previous next last early late weekend our their")
              .contains(before);
      case "one" -> before.equals("no");
      default -> NOUNS.contains(word) || (group(in, at) && !VENDORS.contains(before));
    };
  }

  private static boolean group(Sentence in, int at) {
    return GROUPS.contains(in.word(at))
        && (in.edge(at - 1)
            || Words.stops(in.tokens().get(at - 1))
            || in.is(at - 1, Words.DETERMINERS));
  }

  static boolean pronoun(Sentence in, int at) {
    return in.is(at, ALWAYS);
  }

  /** "one of the engineers": the group counts, not the number. */
  static boolean some(String word) {
    return SOME.contains(word);
  }
}
