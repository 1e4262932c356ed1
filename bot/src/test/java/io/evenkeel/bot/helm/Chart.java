package io.evenkeel.bot.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The chart as Helm renders it: each values file once, and hooks shown as plain objects. */
final class Chart {
  static final Path SOURCE = Path.of("..", "helm").toAbsolutePath().normalize();
  static final YAMLMapper YAML = new YAMLMapper();

  private static final Path VALUES = Path.of("src/test/resources/helm/values");
  private static final Map<Path, Rendered> RENDERED = new ConcurrentHashMap<>();
  private static final Helm SHOWN = new Helm(copy("shown", UnaryOperator.identity()));

  private Chart() {}

  /** Every values file that has to work: those of the tests, and the examples that people copy. */
  static List<Path> matrix() {
    var all = new ArrayList<Path>();
    for (Path directory : List.of(VALUES, SOURCE.resolve("examples"))) {
      try (Stream<Path> files = Files.list(directory)) {
        files.filter(file -> !file.endsWith("database-failover.yaml")).sorted().forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  static Rendered standard() {
    return of("default");
  }

  static Rendered of(String name) {
    return of(VALUES.resolve(name + ".yaml"));
  }

  static Rendered example(String name) {
    return of(SOURCE.resolve("examples").resolve(name + ".yaml"));
  }

  static Rendered of(Path values) {
    return RENDERED.computeIfAbsent(values, file -> rendered(template().withValuesFile(file)));
  }

  /** Release evenkeel in namespace ops, on a Kubernetes of today. */
  static TemplateCommand template() {
    return on(SHOWN);
  }

  /** The same chart with its texts changed, for what Helm finds only in a real cluster. */
  static TemplateCommand changed(String name, UnaryOperator<String> change) {
    return on(new Helm(copy(name, change)));
  }

  static Rendered rendered(TemplateCommand command) {
    return new Rendered(documents(command.call()));
  }

  static List<JsonNode> documents(String yaml) {
    var objects = new ArrayList<JsonNode>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      documents.forEachRemaining(objects::add);
    }
    objects.removeIf(object -> object == null || object.isNull() || object.isEmpty());
    return objects;
  }

  private static TemplateCommand on(Helm helm) {
    return helm.template().withName("evenkeel").withNamespace("ops").withKubeVersion("1.33.0");
  }

  /** This Helm leaves hooks out of what it prints, so they are called otherwise in the copy. */
  private static Path copy(String name, UnaryOperator<String> change) {
    Path target = Path.of("target", "charts-" + ProcessHandle.current().pid(), name);
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = target.resolve(SOURCE.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        String text = Files.readString(file).replace("helm.sh/hook", "shown.sh/hook");
        Files.writeString(to, change.apply(text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target.toAbsolutePath();
  }
}
