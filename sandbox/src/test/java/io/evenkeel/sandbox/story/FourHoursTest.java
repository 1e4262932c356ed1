package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.workspace.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How loud the channel of a long incident is: sixty commands in four hours, and what stands at the
 * channel's top level afterwards.
 */
final class FourHoursTest {
  private static final String ROOM = "inc-1-checkout-fails-for-some-cards";

  /** What Slack itself writes into a channel because of something that the bot did. */
  private static final Set<String> LINES =
      Set.of("channel_topic", "channel_purpose", "pinned_item", "channel_archive");

  /** Time, who, what. Written so that nothing is refused. */
  private static final String SCRIPT =
      """
      14:32 alice declare sev2 Checkout fails for some cards --detected 14:25
      14:33 alice confirm
      14:33 alice assign @bob comms, @charlie tech lead
      14:35 charlie note error rate of payments-api is 12 %
      14:38 charlie doing read the logs of payments-api
      14:40 bob update We look into failing card payments --next 30m
      14:44 charlie note only cards of one issuer fail
      14:46 charlie done
      14:47 charlie doing compare the releases of today
      14:52 charlie note release 4.18 went out at 14:10 --at 14:10
      14:55 alice decision roll back release 4.18
      14:56 alice task @charlie roll back 4.18 in 20m
      14:58 charlie done
      15:02 bob update A release of today is suspected, it is rolled back --status identified --next 30m
      15:10 charlie note rollback is at half of the cells
      15:14 charlie task done 1
      15:15 charlie note rollback is complete
      15:20 charlie note error rate is still 9 %
      15:22 alice status investigating the rollback did not help
      15:25 charlie doing trace one failing payment
      15:33 bob update The rollback did not help, we trace single payments --next 30m
      15:40 charlie note the issuer's gateway answers 503 to one of our addresses
      15:44 charlie done
      15:45 alice severity SEV-1 a third of all payments is affected
      15:47 alice decision move payments to the second gateway
      15:48 alice task @charlie switch to gateway B in 30m
      15:50 bob update Payments of one issuer fail, we switch gateways --next 30m
      15:55 charlie note certificates of gateway B are valid
      16:00 charlie note gateway B takes test payments
      16:02 charlie status identified the issuer blocks one of our addresses
      16:05 alice link https://issuer.example/status Issuer status
      16:08 bob note issuer support has the ticket 8812
      16:10 charlie note 10 % of payments go through gateway B
      16:14 charlie note 50 % of payments go through gateway B
      16:20 charlie note all payments go through gateway B
      16:21 charlie task done 2
      16:22 bob update All payments go through the second gateway, errors fall --next 60m
      16:25 charlie note error rate is 0.4 %
      16:26 charlie mitigate traffic moved to gateway B
      16:30 alice severity SEV-2 users are no longer hurt
      16:35 alice action @charlie alert on errors by issuer by 2026-04-10
      16:36 alice action @bob a page for partners by 2026-04-17
      16:50 charlie note error rate is 0.1 %
      17:05 bob note issuer confirms a wrong block list
      17:15 charlie note gateway A works again from our side
      17:20 bob update The issuer confirms the cause, we watch --next 60m
      17:30 alice milestone started 14:05
      17:35 charlie note backlog of retries is 4,000
      17:45 charlie note backlog of retries is 900
      17:55 charlie note backlog of retries is empty
      18:00 alice decision stay on gateway B until tomorrow
      18:05 bob note partners are informed
      18:10 charlie note dashboards are green for an hour
      18:15 bob update Everything works, we stay on the second gateway --next 60m
      18:20 charlie note last failed payment was at 16:24
      18:25 alice note owner of the postmortem is charlie
      18:28 alice resolve Payments moved to gateway B
      18:29 alice milestone mitigated 16:24
      18:30 alice note numbers for the impact come from finance
      18:32 alice postmortem
      """;

  @Test
  void theBotItselfSaysLittle(@TempDir Path folder) throws Exception {
    Path settings = folder.resolve("evenkeel.yaml");
    Files.writeString(settings, Stage.UNHINDERED);
    try (var stage = Stage.withDoor()) {
      stage.startBot(Map.of("EVENKEEL_CONFIG", settings.toString()));
      stage.ready();
      int commands = play(stage);

      List<Message> top = stage.messages(ROOM).stream().filter(Message::atTopLevel).toList();
      List<Message> lines = top.stream().filter(FourHoursTest::line).toList();
      long joined =
          top.stream().filter(message -> "channel_join".equals(message.subtype())).count();
      long card = stage.channel(ROOM).pins().size();
      long own = lines.size() + card;
      long replies = stage.messages(ROOM).stream().filter(Message::reply).count();
      Map<String, Long> calls =
          stage.slack.calls().all().stream()
              .collect(
                  Collectors.groupingBy(
                      call -> call.method(), TreeMap::new, Collectors.counting()));
      System.out.printf(
          "four hours: %d commands; at the channel's top level %d posts of people's words, %d of"
              + " the bot's own (%d lines about topic and pins, %d card), %d joins; %d replies;"
              + " calls %s%n",
          commands, top.size() - own - joined, own, lines.size(), card, joined, replies, calls);
      assertThat(commands).isEqualTo(60);
      assertThat(own).isLessThanOrEqualTo(12);
    }
  }

  private static long open(Stage stage) {
    return stage.database.number(
        "select count(*) from effect where state in ('READY', 'SENDING', 'UNKNOWN')");
  }

  private static boolean line(Message message) {
    return message.subtype() != null && LINES.contains(message.subtype());
  }

  private static int play(Stage stage) {
    int commands = 0;
    for (String line : SCRIPT.split("\n")) {
      String[] parts = line.split(" ", 3);
      stage.clock.at(parts[0]);
      String room = commands == 0 ? "general" : ROOM;
      assertThat(stage.say(parts[1], room, parts[2]))
          .as(line)
          .doesNotContain("Nothing was recorded", "Nothing changed", "NOT recorded");
      // In four hours nothing comes so close upon another that one edit could stand for both.
      Stage.eventually("all is in Slack", () -> open(stage) == 0);
      commands++;
    }
    return commands;
  }
}
