package io.evenkeel.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Wording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessageTextTest {
  private static final Directory PEOPLE =
      new Directory() {
        @Override
        public Optional<Person> byId(PersonId id) {
          return id.value().equals("U0BOB") ? Optional.of(new Person(id, "bob")) : Optional.empty();
        }

        @Override
        public List<Person> named(String name) {
          return List.of();
        }
      };

  private static String read(String text) {
    return MessageText.of(new Wording(text, List.of(), List.of()), PEOPLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          plain words~plain words
          <@U0BOB> look~@bob look
          <@U0EVE> look~@U0EVE look
          <!channel> all~@channel all
          <#C0OPS|ops> has it~#ops has it
          <!subteam^S1|@oncall> now~@oncall now
          see <https://x.example/a?b=1&amp;c=2|the graph>~see the graph (https://x.example/a?b=1&c=2)
          a &lt; b &amp;&amp; c &gt; d~a < b && c > d
          &lt;!channel&gt; typed~<!channel> typed
          """)
  void aMessageReadsAsItDoesInSlack(String sent, String read) {
    assertThat(read(sent)).isEqualTo(read);
  }

  @Test
  void imagesAndFilesAreNamedBehindTheWords() {
    assertThat(
            MessageText.of(
                new Wording("see", List.of("cpu.png", "a\u202egnp.exe"), List.of("x.log")), PEOPLE))
        .isEqualTo("see [image: cpu.png] [image: agnp.exe] [file: x.log]");
    assertThat(MessageText.of(new Wording("", List.of(), List.of()), PEOPLE))
        .isEqualTo("(a message without words)");
  }

  @Test
  void aLongMessageIsCutBetweenCharactersAndSaysSo() {
    String read = read("😀".repeat(4000));
    assertThat(read).endsWith("😀… (the rest is in Slack)");
    assertThat(read.codePointCount(0, read.length())).isLessThan(3_050);
  }

  @Test
  void aTitleIsTheFirstLine() {
    assertThat(MessageText.title("API  is down\nsince two")).isEqualTo("API is down");
    assertThat(MessageText.title("é".repeat(300))).hasSize(200).endsWith("…");
  }
}
