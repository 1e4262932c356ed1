package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BlocksTest extends SandboxTest {

  private static final String DIVIDER = "{\"type\":\"divider\"}";

  @ParameterizedTest
  @MethodSource("wrong")
  void whatSlackWouldRefuseIsRefusedWithTheReason(String blocks, String reason) throws Exception {
    var answer = slack.chatPostMessage(r -> r.channel("C0GENERAL").blocksAsString(blocks));

    assertThat(answer.getError()).isEqualTo("invalid_blocks");
    assertThat(answer.getResponseMetadata().getMessages()).anyMatch(m -> m.contains(reason));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(list(51, DIVIDER), "no more than 50 items allowed"),
        Arguments.of("[{\"type\":\"banner\"}]", "unsupported type: banner"),
        Arguments.of("[{\"type\":\"section\"}]", "missing required field: text"),
        Arguments.of(section("x".repeat(3001)), "must be less than 3001 characters"),
        Arguments.of(section(""), "must be more than 0 characters"),
        Arguments.of(header("x".repeat(151)), "must be less than 151 characters"),
        Arguments.of(actions(list(26, button("a", "Go", "v"))), "no more than 25 items allowed"),
        Arguments.of(actions("[" + button("a", "x".repeat(76), "v") + "]"), "less than 76"),
        Arguments.of(actions("[" + button("a", "Go", "x".repeat(2001)) + "]"), "less than 2001"),
        Arguments.of(actions(list(2, button("same", "Go", "v"))), "`same` already exists"),
        Arguments.of(context(11), "no more than 10 items allowed"),
        Arguments.of(select(101), "no more than 100 items allowed"),
        Arguments.of(
            "[{\"type\":\"divider\",\"block_id\":\"b\"},{\"type\":\"divider\",\"block_id\":\"b\"}]",
            "`block_id` already exists"));
  }

  @Test
  void whatIsJustWithinTheLimitsIsPosted() throws Exception {
    for (String blocks :
        new String[] {
          list(50, DIVIDER), section("x".repeat(3000)), header("x".repeat(150)), select(100)
        }) {
      var answer = slack.chatPostMessage(r -> r.channel("C0GENERAL").blocksAsString(blocks));
      assertThat(answer.isOk()).isTrue();
      assertThat(answer.getMessage().getBlocks()).allMatch(b -> !b.getBlockId().isEmpty());
    }
  }

  private static String list(int count, String item) {
    return "[" + String.join(",", Collections.nCopies(count, item)) + "]";
  }

  private static String section(String text) {
    return "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + text + "\"}}]";
  }

  private static String header(String text) {
    return "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"" + text + "\"}}]";
  }

  private static String actions(String elements) {
    return "[{\"type\":\"actions\",\"elements\":" + elements + "}]";
  }

  private static String context(int count) {
    String elements = list(count, "{\"type\":\"mrkdwn\",\"text\":\"x\"}");
    return "[{\"type\":\"context\",\"elements\":" + elements + "}]";
  }

  private static String button(String id, String text, String value) {
    return "{\"type\":\"button\",\"action_id\":\"%s\",\"value\":\"%s\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}"
        .formatted(id, value, text);
  }

  private static String select(int count) {
    String option = "{\"value\":\"v\",\"text\":{\"type\":\"plain_text\",\"text\":\"x\"}}";
    return actions(
        "[{\"type\":\"static_select\",\"action_id\":\"s\",\"options\":"
            + list(count, option)
            + "}]");
  }
}
