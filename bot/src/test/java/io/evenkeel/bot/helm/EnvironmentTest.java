package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.config.Parsed;
import io.evenkeel.bot.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** The bot itself is asked: it takes what the chart gives it, and reads every variable of it. */
class EnvironmentTest {
  private static final Set<String> FOR_THE_JVM = Set.of("JAVA_TOOL_OPTIONS");
  private static final Map<String, String> SECRETS =
      Map.of(
          "DATABASE_URL", "jdbc:postgresql://db.example.org:5432/evenkeel",
          "SLACK_BOT_TOKEN", "xoxb-1-2-abc",
          "SLACK_APP_TOKEN", "xapp-1-2-abc");

  @TempDir private Path scratch;

  @EachValuesFile
  void theServerTakesWhatItIsGivenAndReadsAllOfIt(Path values) throws IOException {
    Rendered chart = Chart.of(values);
    var given = new Recorded(given(chart.server(), chart));

    assertThat(Settings.parse(given)).isInstanceOf(Parsed.Ready.class);
    assertThat(given.unread()).isSubsetOf(FOR_THE_JVM);
  }

  @EachValuesFile
  void soDoesTheMigration(Path values) throws IOException {
    Rendered chart = Chart.of(values);
    if (chart.has("Job")) {
      var given = new Recorded(given(chart.migration(), chart));

      assertThat(Settings.Database.parse(given)).isInstanceOf(Parsed.Ready.class);
      assertThat(given.unread()).isEmpty();
    }
  }

  @EachValuesFile
  void andTheVerification(Path values) throws IOException {
    Rendered chart = Chart.of(values);
    if (chart.has("CronJob")) {
      var given = new Recorded(given(chart.verification(), chart));

      assertThat(Settings.Reading.parse(given)).isInstanceOf(Parsed.Ready.class);
      assertThat(given.unread()).isEmpty();
    }
  }

  /** As the container would have it: secrets filled in, and paths that are there. */
  private Map<String, String> given(Rendered.Template pod, Rendered chart) throws IOException {
    var all = new HashMap<String, String>();
    for (var variable : pod.environment().entrySet()) {
      String name = variable.getKey();
      String value = variable.getValue();
      if (name.endsWith("_FILE")) {
        String plain = name.replaceAll("_FILE$", "");
        assertThat(pod.files()).containsKey(plain);
        all.put(name, file(plain, secret(plain)));
      } else if (name.equals("EVENKEEL_CONFIG")) {
        String map = chart.one("Deployment").at("/metadata/name").asString();
        String text = chart.named("ConfigMap", map).at("/data/evenkeel.yaml").asString();
        all.put(name, file("evenkeel.yaml", text));
      } else if (name.endsWith("_DIR")) {
        all.put(name, Files.createDirectories(scratch.resolve(name)).toString());
      } else {
        all.put(name, fromSecret(pod, name) ? secret(name) : value);
      }
    }
    return all;
  }

  private static boolean fromSecret(Rendered.Template pod, String name) {
    return pod.container()
        .path("env")
        .valueStream()
        .anyMatch(it -> it.path("name").asString().equals(name) && it.has("valueFrom"));
  }

  private static String secret(String variable) {
    return SECRETS.getOrDefault(variable, "0123456789abcdef0123456789abcdef");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(scratch.resolve(name), text).toString();
  }

  /** An environment that knows which of its variables were asked for. */
  private static final class Recorded extends AbstractMap<String, String> {
    private final Map<String, String> values;
    private final Set<String> asked = new HashSet<>();

    Recorded(Map<String, String> values) {
      this.values = values;
    }

    @Override
    public @Nullable String get(Object name) {
      asked.add((String) name);
      return values.get(name);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
      return values.entrySet();
    }

    Set<String> unread() {
      var unread = new TreeSet<>(values.keySet());
      unread.removeAll(asked);
      return unread;
    }
  }
}
