package io.evenkeel.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class RecipeTest {
  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void whatMavenHasBuilt() throws IOException {
    file("built/evenkeel.jar", "the bot");
    file("built/evenkeel.cdx.json", "{}");
    file("built/lib/incident-0.1.0.jar", "the rules");
    file("built/lib/jooq-3.21.7.jar", "SQL");
  }

  @Test
  void whatChangesRarelyComesFirstAndNobodyIsRoot() throws IOException {
    Written image = Written.read(written(stage("root"), "image.tar"));

    assertThat(image.layers())
        .extracting(Written.Layer::comment)
        .containsExactly("runtime", "libraries", "bot", "aot-cache");
    JsonNode config = image.config().path("config");
    assertThat(config.path("User").asString("")).isEqualTo("65532:65532");
    assertThat(config.path("WorkingDir").asString("")).isEqualTo("/app");
    assertThat(texts(config.path("Entrypoint")))
        .startsWith("/opt/java/bin/java")
        .contains("-XX:AOTCache=/app/evenkeel.aot")
        .endsWith("-jar", "/app/evenkeel.jar");
    assertThat(texts(config.path("Cmd"))).containsExactly("serve");
    assertThat(config.path("ExposedPorts").propertyNames())
        .containsExactlyInAnyOrder("3000/tcp", "3001/tcp");
    assertThat(texts(config.path("Env")))
        .as("no setting, no secret")
        .containsExactly("MALLOC_ARENA_MAX=2");
    assertThat(image.config().path("created").asString("")).isEqualTo(CREATED.toString());
    assertThat(image.config().path("os").asString("")).isEqualTo("linux");
  }

  @Test
  void aCacheThatWasNotMadeIsNotAskedFor() throws IOException {
    Stage stage = stage("root");
    Files.delete(stage.cache());

    Written image = Written.read(written(stage, "image.tar"));

    assertThat(image.layers()).hasSize(3);
    assertThat(image.config().path("config").path("Entrypoint").toString()).doesNotContain("AOT");
  }

  @Test
  void twoBuildsAreTheSameAndWhatDiffersIsNamed() throws IOException {
    Path one = written(stage("one"), "one/image.tar");
    Path other = written(stage("other"), "other/image.tar");
    assertThat(one).hasSameBinaryContentAs(other);

    file("built/lib/incident-0.1.0.jar", "other rules");
    Path newer = written(stage("newer"), "newer/image.tar");

    assertThat(Written.read(one).comparedWith(Written.read(other))).contains("byte for byte");
    assertThat(Written.read(newer).comparedWith(Written.read(one)))
        .isEqualTo("They differ in: layer bot. All else is the same.");
  }

  @Test
  void aNewBuildIsWrittenWhereAnEarlierOneWas() throws IOException {
    Written first = Written.read(written(stage("root"), "image.tar"));
    file("built/lib/incident-0.1.0.jar", "other rules");
    Written second = Written.read(written(stage("root"), "image.tar"));

    assertThat(second.comparedWith(first))
        .isEqualTo("They differ in: layer bot. All else is the same.");
  }

  private Stage stage(String root) throws IOException {
    Stage stage = Stage.of(folder.resolve("built"), folder.resolve(root), CREATED);
    file(root + "/opt/java/bin/java", "a JVM");
    file(root + "/app/evenkeel.aot", "classes");
    return stage;
  }

  private Path written(Stage stage, String tar) throws IOException {
    Path file = folder.resolve(tar);
    Files.createDirectories(file.getParent());
    new Recipe(stage, "scratch", "evenkeel:test").write(file);
    return file;
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(text -> text.asString("")).toList();
  }
}
