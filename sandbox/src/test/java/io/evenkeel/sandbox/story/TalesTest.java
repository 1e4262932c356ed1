package io.evenkeel.sandbox.story;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three stories to be read aloud. A test cannot hear whether a sentence helps at 03:00: it only
 * keeps the pages true, so that whoever changes a word reads what became of it.
 */
@Timeout(180)
final class TalesTest {
  private static final String API = "inc-1-api-down";
  private static final String SEARCH = "inc-1-search-answers-slowly";
  private static final String CERT = "inc-1-login-certificate-expired";

  @Test
  void onePersonOnAPhoneAtThree() throws IOException {
    try (var stage = Stage.early()) {
      var tale =
          new Tale(
              stage,
              "phone.md",
              "03:00, one person, one phone",
              "A SEV-1. Bob was woken by a call and is alone at first: short lines, typos, and"
                  + " buttons where the thumb already is. Below stands every word that anybody"
                  + " could read after each step; times are UTC.");
      tale.at("03:04").types("bob", "general", "declaer api down sev1");
      tale.presses("bob", "declare api down sev1");
      tale.at("03:05").presses("bob", "Confirm bob");
      tale.at("03:07").types("bob", API, "nto pods crashloop since deploy");
      tale.presses("bob", "note nto pods crashloop since deploy");
      tale.at("03:09").presses("bob", "Post update");
      tale.sends("bob", Map.of("text", "api is down, looking at the last deploy"));
      tale.sends("bob", Map.of());
      tale.closes("bob");
      tale.at("03:12").types("bob", API, "asign @alice tech");
      tale.presses("bob", "assign @alice tech");
      tale.at("03:15").types("bob", API, "rollback 4.18");
      tale.types("bob", API, "doing rollback 4.18");
      tale.at("03:16").joins("alice", API);
      tale.at("03:18").types("alice", API, "doing rolling back 4.18");
      tale.at("03:21").types("bob", API, "done");
      tale.types("bob", API, "update rolled back, errors fall —status monitoring");
      tale.at("03:30").types("bob", API, "updte all green next 15m");
      tale.presses("bob", "update all green next 15m");
      tale.at("03:44").presses("bob", "Resolve");
      tale.sends("bob", Map.of("resolution", "rolled back to 4.17"));
      tale.closes("bob");
      tale.at("03:46").types("bob", API, "");
      tale.types("bob", API, "postmortem");
      tale.matches();
    }
  }

  @Test
  void sixHoursWithTwoHandovers() throws IOException {
    try (var stage = Stage.early()) {
      var tale =
          new Tale(
              stage,
              "six-hours.md",
              "Six hours, two handovers, and people who only read",
              "A SEV-2 over a working day. Command passes from alice to bob and from bob to"
                  + " charlie. Dana of support reads #incidents and looks in once; frank of the"
                  + " board asks where things stand. Below stands every word that anybody could"
                  + " read after each step; times are UTC.");
      tale.at("08:02").types("alice", "general", "declare Search answers slowly --service search");
      tale.presses("alice", "Yes, SEV-2");
      tale.presses("alice", "Take command");
      tale.at("08:05").types("alice", SEARCH, "assign @bob comms, @charlie tech lead");
      tale.at("08:15")
          .types(
              "bob",
              SEARCH,
              "update Search takes up to 20 s, we look into the index --status identified --next"
                  + " 45m");
      tale.at("08:20")
          .types("charlie", SEARCH, "task @bob ask support how many customers called in 30m");
      tale.at("08:25").types("charlie", SEARCH, "note Tried a restart of two nodes: no effect");
      tale.at("08:40").types("charlie", SEARCH, "decision rebuild the index on the spare node");
      tale.waits("08:51", "Time is up for task 1");
      tale.at("08:55").presses("bob", "Done");
      lookIn(tale);
      handovers(tale);
      over(tale);
      tale.matches();
    }
  }

  private static void lookIn(Tale tale) {
    tale.chapter("People who only read");
    tale.at("09:10").types("dana", "incidents", "status INC-1");
    tale.at("09:11").presses("dana", "Join");
    tale.types("dana", SEARCH, "");
    tale.says("dana", SEARCH, "Support has 40 tickets about search since 08:00");
    tale.at("09:13").reacts("charlie", SEARCH, "Support has 40 tickets", "pushpin");
    tale.at("09:20").types("frank", "general", "");
    tale.types("frank", "general", "list");
    tale.at("09:21").types("frank", "general", "update INC-1 when will it be over?");
  }

  private static void handovers(Tale tale) {
    tale.chapter("Two handovers");
    tale.at("10:00").types("alice", SEARCH, "handover @bob ic");
    tale.at("10:03").presses("bob", "Accept");
    tale.at("10:05").types("bob", SEARCH, "handover comms @dana");
    tale.presses("dana", "Accept");
    tale.at("10:10")
        .types(
            "dana",
            SEARCH,
            "update The index is being rebuilt, search stays slow until about 13:00 --next 2h");
    tale.at("11:30").types("charlie", SEARCH, "severity SEV-1 search is down in Europe");
    tale.at("11:45").types("charlie", SEARCH, "severity SEV-2 Europe answers again");
    tale.at("12:30").types("bob", SEARCH, "handover ic @charlie");
    tale.at("12:31").presses("charlie", "Decline");
    tale.at("12:35").types("bob", SEARCH, "handover ic @charlie");
    tale.waits("12:46", "did not answer within 10 minutes");
    tale.at("12:47").presses("bob", "Ask again");
    tale.at("12:48").presses("charlie", "Accept");
  }

  private static void over(Tale tale) {
    tale.chapter("The end");
    tale.at("13:10").types("charlie", SEARCH, "status monitoring new index is live");
    tale.at("13:15")
        .types(
            "dana", SEARCH, "update Search is as fast as ever, we watch it until 14:00 --next 45m");
    tale.at("14:00").types("charlie", SEARCH, "resolve");
    tale.at("14:01").presses("charlie", "Say what ended it");
    tale.sends(
        "charlie",
        Map.of("resolution", "Rebuilt the search index on the spare node and switched to it"));
    tale.closes("charlie");
    tale.at("14:05")
        .types(
            "charlie",
            SEARCH,
            "action @bob alert when the index is older than a day by 2026-04-01");
    tale.at("14:10").types("frank", "incidents", "status INC-1");
    tale.at("14:20").types("charlie", SEARCH, "close");
  }

  @Test
  void aFalseAlarmDeclaredTwice() throws IOException {
    try (var stage = Stage.early()) {
      var tale =
          new Tale(
              stage,
              "false-alarm.md",
              "A false alarm, declared twice",
              "Alice and bob see the same alert within a minute and both declare. Charlie declares"
                  + " it twice more, the second time in other words. It was a probe"
                  + " that was wrong. Below stands every word that anybody could read after each"
                  + " step; times are UTC.");
      tale.at("16:20")
          .says("alice", "general", "Login certificate expired, says the probe in Frankfurt");
      tale.at("16:21")
          .types("alice", "general", "declare Login certificate expired --severity SEV-1");
      tale.types("bob", "general", "declare login certificate expired!");
      tale.presses("bob", "Join");
      tale.at("16:23").types("charlie", "general", "declare expired certificate at the login");
      tale.at("16:24").types("charlie", "general", "declare nobody can log in --severity SEV-1");
      tale.at("16:25").types("charlie", "general", "merge INC-2 into INC-1");
      tale.at("16:26")
          .types("alice", CERT, "note certificate is valid until June, checked by hand");
      tale.at("16:28").types("bob", CERT, "note the probe has the wrong date");
      tale.at("16:30").types("bob", CERT, "cancel the clock of the probe was wrong");
      tale.at("16:31").types("charlie", "general", "status INC-1");
      tale.at("16:32").types("alice", CERT, "update all is well");
      tale.types("alice", CERT, "postmortem");
      tale.matches();
    }
  }
}
