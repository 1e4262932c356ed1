package io.evenkeel.grammar;

import static io.evenkeel.grammar.World.declared;
import static io.evenkeel.grammar.World.ordered;
import static io.evenkeel.grammar.World.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("ask <@U2|robert> now", "ask @bob now"),
        arguments("ask <@U9|zoe>, <@U8>", "ask @zoe, @U8"),
        arguments("see <#C1|incidents> and <#C2>", "see #incidents and #C2"),
        arguments("<!here> <!channel|channel> <!subteam^S1|@ops>", "@here @channel @ops"),
        arguments("&lt;!channel&gt; &amp;amp; a &lt; b", "<!channel> &amp; a < b"),
        arguments("<https://x.org/a?b=1&amp;c=2>", "https://x.org/a?b=1&c=2"),
        arguments("<http://x.org|x.org> <mailto:a@x.org|a@x.org>", "x.org a@x.org"),
        arguments("<https://x.org/1|the graph>", "the graph (https://x.org/1)"),
        arguments("one\n  two\n\nthree", "one\n  two\n\nthree"),
        arguments("tab\there", "tab here"),
        arguments("two  spaces", "two  spaces"),
        arguments("he said \"back\" twice", "he said \"back\" twice"),
        arguments("\"all of it\"", "all of it"),
        arguments("“all of it”", "all of it"),
        arguments("\"flag --like text\"", "flag --like text"),
        arguments("the 19\" rack", "the 19\" rack"),
        arguments("don't 'quote'", "don't 'quote'"),
        arguments("a\u0000b\u0007c\u202ed\u2066e\u200bf\ufeffg", "abcdefg"),
        arguments("*bold* _it_ ~no~ `code`", "*bold* _it_ ~no~ `code`"),
        arguments("👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️", "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️"),
        arguments("שלום עולם", "שלום עולם"),
        arguments("می‌خواهم", "می‌خواهم"),
        arguments("joiner \u200d alone\u200d", "joiner  alone"),
        arguments("tag \udb40\udc41 alone", "tag  alone"),
        arguments("half \ud83d a pair", "half \ufffd a pair"),
        arguments("\u00a0no-break\u00a0space\u00a0", "no-break\u00a0space"),
        arguments("end — of – it -x", "end — of – it -x"),
        arguments("1 <2 and 3> 2", "1 <2 and 3> 2"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsWhatWasTyped(String typed, String recorded) {
    assertThat(ordered("note " + typed)).isEqualTo(new Command.Note(recorded, null));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aButtonBringsATextBackWordForWord(String typed, String recorded) {
    String command = "note --at 14:02 " + Offer.quoted(recorded);
    assertThat(((Command.Note) ordered(command)).text()).isEqualTo(recorded);
  }

  @Test
  void lineBreaksInATitleBecomeSpaces() {
    assertThat(declared("declare api\n\n down   here").title()).isEqualTo("api down here");
  }

  @Test
  void whitespaceAroundARemovedFlagIsNotDoubled() {
    assertThat(ordered("note db --at 14:02  is\nback"))
        .isInstanceOfSatisfying(
            Command.Note.class, note -> assertThat(note.text()).isEqualTo("db  is\nback"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"note ", "update ", "decision ", "resolve ", "cancel ", "reopen "})
  void aTextMayHaveThreeThousandCharacters(String verb) {
    assertThat(ordered(verb + "é".repeat(3_000))).isNotNull();
    assertThat(words(verb + "é".repeat(3_001))).contains("3,001 characters").contains("3,000");
  }

  @Test
  void escapesDoNotCountAgainstTheLimit() {
    assertThat(ordered("note " + "&amp;".repeat(3_000)))
        .isEqualTo(new Command.Note("&".repeat(3_000), null));
  }

  @Test
  void somethingEndlessIsRefusedAtOnce() {
    assertThat(words("note " + "x".repeat(1_000_000))).contains("3,000");
  }
}
