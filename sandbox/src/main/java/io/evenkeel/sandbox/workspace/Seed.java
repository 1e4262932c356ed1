package io.evenkeel.sandbox.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who and what is there before anything happens. */
final class Seed {

  static final Person BOT = Person.bot("evenkeel", "Evenkeel", "EVENKEEL");
  private static final Person GUIDE = Person.bot("sandbox", "Sandbox", "SANDBOX");

  static final Person SLACKBOT =
      new Person("USLACKBOT", "slackbot", "Slackbot", "America/Los_Angeles", true, "", "");

  private static final List<Person> HUMANS =
      List.of(
          Person.human("U0ALICE", "alice", "Alice Adler", "UTC"),
          Person.human("U0BOB", "bob", "Bob Berg", "UTC"),
          Person.human("U0CHARLIE", "charlie", "Charlie Chen", "UTC"),
          Person.human("U0DANA", "dana", "Dana Diaz", "America/New_York"),
          Person.human("U0ERIN", "erin", "Erin Eswaran", "Asia/Kolkata"),
          Person.human("U0FRANK", "frank", "Frank Fischer", "Europe/Berlin"));

  private static final List<String> WELCOME =
      List.of(
          """
          :wave: *Welcome to the sandbox.* This is a simulated Slack workspace with Evenkeel in it. \
          Nothing here leaves this machine.\
          """,
          """
          *1. Declare an incident.* Type this in the box below and press Enter:
          ```/incident declare API service down --severity SEV-1```\
          """,
          """
          *2. Open the incident's own channel*, which appears on the left, and try there:
          ```/incident assign @bob tech lead, @charlie comms
          /incident update Identified: connection pool exhausted
          /incident resolve Increased connection pool size
          /incident postmortem```\
          """,
          """
          *3. Look at #incidents* for the announcement, and switch who you are to see what the \
          others see. `/incident help` says what else can be said.\
          """);

  private Seed() {}

  static void plant(People people, Channels channels, Messages messages) {
    people.put(SLACKBOT);
    people.put(BOT);
    people.put(GUIDE);
    HUMANS.forEach(people::put);
    List<Person> all = new ArrayList<>(HUMANS);
    all.add(BOT);
    String creator = HUMANS.getFirst().id();
    Channel general = channels.seed("C0GENERAL", "general", all, creator);
    channels.seed("C0INCIDENTS", "incidents", all, creator);
    channels.seed("C0RANDOM", "random", HUMANS, creator);
    messages.post(
        general.id(),
        Draft.text(GUIDE.id(), "Welcome to the sandbox. Type first: /incident declare")
            .withBlocks(Json.of(WELCOME.stream().map(Seed::section).toList())));
  }

  private static Map<String, Object> section(String mrkdwn) {
    return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", mrkdwn));
  }
}
