package io.evenkeel.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.evenkeel.bot.logs.LineFormat;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.workspace.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log as JSON objects, of a day on which much goes wrong. */
final class LogLinesTest {
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

  @BeforeEach
  void listen() {
    var format = new LineFormat();
    format.setFormat("json");
    format.setContext(root.getLoggerContext());
    format.start();
    appender.setContext(root.getLoggerContext());
    appender.setEncoder(format);
    appender.setOutputStream(lines);
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.INFO);
  }

  @AfterEach
  void leave() {
    root.detachAppender(appender);
    root.setLevel(before);
    appender.stop();
  }

  @Test
  void noSecretAndNobodysWordsAreInItAndItsFieldsSayWhereItBelongs() throws Exception {
    try (var stage = new Stage()) {
      stage.say("alice", "general", "declare wombats in checkout --severity SEV-1");
      stage.slack.faults().add(Fault.once("chat.postMessage", Fault.Kind.ERROR));
      stage.say("alice", "general", "update INC-1 the wombats ate the queue");
      Stage.eventually("a fault is told", () -> said().contains("may have happened"));
      stage.door().close();
      assertThat(stage.once("alice", "general", "declare wombats again --new"))
          .contains("NOT recorded");
      stage.door().open();
      stage.slack.faults().add(Fault.always("*", Fault.Kind.REVOKED, 0));
      stage.ready();
      stage.say("alice", "general", "declare more wombats --new");
      Stage.eventually("the halt is told", () -> said().contains("refuses the token"));
      stage.slack.faults().clear();
    }
    assertThat(said())
        .doesNotContainIgnoringCase("wombat")
        .doesNotContain(
            Settings.SIGNING_SECRET, Settings.BOT_TOKEN, Stage.TOKEN, "xoxb-", "trigger_id");
    List<String> all = said().lines().toList();
    assertThat(all).allSatisfy(line -> assertThat(Json.parse(line).has("@timestamp")).isTrue());
    assertThat(all)
        .anySatisfy(line -> {
          var json = Json.parse(line);
          assertThat(json.path("incident").asString("")).isEqualTo("INC-1");
          assertThat(json.path("effect").asString("")).startsWith("INC-1/");
        });
  }

  private String said() {
    return lines.toString(StandardCharsets.UTF_8);
  }
}
