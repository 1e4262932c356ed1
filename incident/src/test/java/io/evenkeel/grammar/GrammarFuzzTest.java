package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.PlainProse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed: an answer, never an exception, and no mark that could deceive a reader. */
class GrammarFuzzTest {
  private static final int ROUNDS = 1_500;

  private static final List<String> SEEDS =
      Stream.concat(
              Stream.of(
                  "declare --severity SEV-1 --title \"API service down\" --channel #incidents",
                  "assign --role incident-commander --user alice",
                  "assign <@U1|alice> tech lead, @bob comms, sam scribe",
                  "war-room create --incident-id INC-12345",
                  "update --message \"Identified pool exhaustion\" --next 30m --internal",
                  "resolve --incident-id INC-12345 --resolution \"Increased pool size\"",
                  "declare S3 down —detected 20 min ago --started=“yesterday 23:40”",
                  "note INC-12 &lt;b&gt; <https://x.org|x> --at 14:02",
                  "oncall override <@U2|bob> 2h payments --from \"tomorrow 18:00\" --layer"
                      + " secondary",
                  "oncall swap with @bob until fri 9am",
                  "resovle it",
                  "unassign @bob comms",
                  "doing things"),
              Stream.of(Verb.values()).map(Verb::example))
          .toList();

  private static final List<String> PIECES =
      List.of(
          "\"",
          "“",
          "”",
          "--",
          "—",
          "=",
          ",",
          ":",
          "<@U1|",
          ">",
          "<",
          "&amp;",
          "&quot;",
          "INC-12",
          "SEV-9",
          "sev",
          "1",
          "\u202e",
          "\u0000",
          "\u200d",
          "\n",
          " ",
          "\ud83d",
          "🔥",
          "me",
          "@",
          "--at",
          "--title",
          "--incident-id",
          "--severity",
          "--user",
          "--as",
          "S3",
          "unknown",
          "99999",
          "\u00a0",
          "\udb40\udc41",
          "/incident ",
          "help ");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void mutatedCommandsAreAnswered(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      var text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
      for (int n = random.nextInt(5); n >= 0; n--) {
        mutate(text, random);
      }
      check(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void randomTextIsAnswered(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      var text = new StringBuilder(random.nextBoolean() ? "" : "note ");
      for (int n = random.nextInt(30); n > 0; n--) {
        text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3000 : 0x110000));
      }
      check(text.toString());
    }
  }

  static List<Path> kept() throws IOException {
    try (var files =
        Files.list(
            Path.of(
                "src/test/resources/io/evenkeel/grammar/GrammarJazzerTestInputs/everyTextIsAnswered"))) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatTheFuzzerKeepsIsAnswered(Path input) throws IOException {
    check(new String(Files.readAllBytes(input), StandardCharsets.UTF_8));
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(4)) {
      case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
      case 2 -> text.insert(at, " " + PIECES.get(random.nextInt(PIECES.size())) + " ");
      default -> text.append(' ').append(SEEDS.get(random.nextInt(SEEDS.size())));
    }
  }

  static void check(String text) {
    Utterance heard = World.say(text);
    for (String shown : texts(heard)) {
      assertThat(marks(shown)).as("marks in what came of: %s", text).isEmpty();
    }
    if (heard instanceof Utterance.Misunderstood(Answer answer)) {
      assertThat(answer.recorded()).isFalse();
      for (Offer offer : answer.offers()) {
        assertThat(offer.label().length()).isBetween(1, 75);
        assertThat(offer.command()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(World.say(offer.command()))
            .as("the button %s of: %s", offer.command(), text)
            .isNotInstanceOf(Utterance.Misunderstood.class);
      }
    }
    if (heard instanceof Utterance.Declaration(Command.Declare command)) {
      assertThat(command.title()).isNotBlank().doesNotContain("\n");
      assertThat(command.title().codePointCount(0, command.title().length()))
          .isLessThanOrEqualTo(200);
    }
  }

  private static List<String> texts(Utterance heard) {
    var texts = new ArrayList<String>();
    switch (heard) {
      case Utterance.Declaration(Command.Declare command) -> {
        texts.add(command.title());
        texts.addAll(command.services());
      }
      case Utterance.Order order -> texts.add(order.rest() + order.command());
      case Utterance.Misunderstood(Answer answer) -> {
        texts.add(PlainProse.of(answer.words()));
        answer.offers().forEach(offer -> texts.add(offer.label() + offer.command()));
      }
      case Utterance.Question _,
          Utterance.Form _,
          Utterance.Amend _,
          Utterance.Retry _,
          Utterance.Subscription _,
          Utterance.Rota _,
          Utterance.Upkept _,
          Utterance.Drilling _,
          Utterance.Alerts _,
          Utterance.QuietHours _,
          Utterance.Quoted _,
          Utterance.Requoted _ ->
          texts.add(heard.toString());
    }
    return texts;
  }

  private static List<String> marks(String text) {
    return text.codePoints()
        .filter(point ->
            (Character.getType(point) == Character.CONTROL && point != '\n')
                || point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069))
        .mapToObj(Integer::toHexString)
        .toList();
  }
}
