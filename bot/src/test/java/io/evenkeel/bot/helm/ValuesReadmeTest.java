package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** helm/README.md is made from the comments of values.yaml; rewrite it with -Dgolden=write. */
class ValuesReadmeTest {
  private static final Path README = Chart.SOURCE.resolve("README.md");
  private static final String MARK = "## Values\n";

  @Test
  void theReadmeSaysWhatTheCommentsSay() throws IOException {
    String now = Files.readString(README);
    String made = ValuesReadme.text(now.substring(0, now.indexOf(MARK)) + MARK, values());
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(README, made);
      return;
    }

    assertThat(now)
        .as("helm/README.md is not what values.yaml says: rewrite it with -Dgolden=write")
        .isEqualTo(made);
  }

  @Test
  void everyVariableThatTheChartTakesFromASecretIsExplained() throws IOException {
    var explained = new TreeSet<String>();
    for (ValuesReadme.Value value : ValuesReadme.values(values())) {
      if (!value.about().isEmpty()) {
        explained.add(value.path().replaceAll(".*[.]", ""));
      }
    }
    var taken = new TreeSet<String>();
    for (Path file : Chart.matrix()) {
      for (var pod : Chart.of(file).pods()) {
        pod.environment().forEach((name, value) -> addSecret(taken, pod, name));
        taken.addAll(pod.files().keySet());
      }
    }
    taken.removeIf(name -> name.startsWith("PAGERDUTY_") || name.startsWith("OPS_"));

    assertThat(taken).hasSizeGreaterThan(7).isSubsetOf(explained);
  }

  @Test
  void everyValueIsInTheSchemaAndTheReverse() throws IOException {
    JsonNode schema =
        Chart.YAML.readTree(Files.readString(Chart.SOURCE.resolve("values.schema.json")));
    var inSchema = new TreeSet<String>();
    collect("", schema, inSchema);
    inSchema.remove("global");
    var inValues = new TreeSet<String>();
    for (ValuesReadme.Value value : ValuesReadme.values(values())) {
      Stream.iterate(value.path(), it -> !it.isEmpty(), it -> it.replaceAll("[.]?[^.]*$", ""))
          .forEach(inValues::add);
    }

    assertThat(inSchema).containsAll(inValues);
    inSchema.removeIf(path -> path.matches("(resources|gateway.parentRefs)[.].*"));
    assertThat(inValues).containsAll(inSchema);
  }

  @Test
  void theValuesThatTheHandbookNamesAreThere() throws IOException {
    String handbook = Files.readString(Path.of("..", "docs", "operations.md"));
    int from = handbook.indexOf("## On Kubernetes");
    String chapter = handbook.substring(from, handbook.indexOf("\n## ", from));
    JsonNode all = Chart.YAML.readTree(values());
    var named =
        Pattern.compile("`([a-z][A-Za-z]+[.][A-Za-z.]+)(: [^`]*)?`")
            .matcher(chapter)
            .results()
            .map(match -> match.group(1))
            .filter(path -> all.has(path.replaceAll("[.].*", "")))
            .toList();

    assertThat(named).hasSizeGreaterThan(7);
    assertThat(named)
        .allMatch(path -> !all.at("/" + path.replace('.', '/')).isMissingNode(), "is a value");
  }

  private static void addSecret(Set<String> taken, Rendered.Template pod, String name) {
    boolean secret =
        pod.container()
            .path("env")
            .valueStream()
            .anyMatch(it -> it.path("name").asString().equals(name) && it.has("valueFrom"));
    if (secret) {
      taken.add(name);
    }
  }

  private static void collect(String path, JsonNode schema, Set<String> all) {
    schema
        .path("properties")
        .properties()
        .forEach(entry -> {
          String inner = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
          all.add(inner);
          collect(inner, entry.getValue(), all);
        });
  }

  private static String values() throws IOException {
    return Files.readString(Chart.SOURCE.resolve("values.yaml"));
  }
}
