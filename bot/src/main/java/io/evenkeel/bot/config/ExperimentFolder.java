package io.evenkeel.bot.config;

import io.evenkeel.drill.Experiment;
import io.evenkeel.drill.Experiments;
import io.evenkeel.incident.SeverityScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Experiments in files: YAML, or JSON, which is YAML too. Files of Chaos Mesh and Chaos Toolkit in
 * the same folder are known as such and are no experiments of their own.
 */
public final class ExperimentFolder {
  private ExperimentFolder() {}

  /**
   * What was read of one file.
   *
   * @param experiment null when there is none in it
   * @param other what it is instead, such as a file of Chaos Mesh; null when it is an experiment
   */
  public record Read(
      Path file, @Nullable Experiment experiment, @Nullable String other, List<Fault> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  /** One file. Whatever is wrong with it is among its faults. */
  public static Read read(Path file) {
    var faults = new ArrayList<Fault>();
    JsonNode root = YamlPage.read(file, file.toString(), faults).orElse(null);
    if (root == null) {
      return new Read(file, null, null, faults);
    }
    Optional<ChaosFile> chaos = ChaosFile.either(root, file.toString());
    if (chaos.isPresent()) {
      return new Read(file, null, chaos.get().words(), faults);
    }
    var keys = new ExperimentKeys(new Beside(file));
    Experiment experiment = keys.read(new YamlKey(file.toString(), "", root, faults)).orElse(null);
    return new Read(file, faults.isEmpty() ? experiment : null, null, faults);
  }

  /**
   * {@code experiments: FOLDER}.
   *
   * @param base what the folder is relative to
   */
  static Experiments folder(YamlKey key, @Nullable Path base, SeverityScale severities) {
    String named = key.text().orElse(null);
    if (named == null) {
      return Experiments.NONE;
    }
    Path folder = base == null ? Path.of(named) : base.resolve(named);
    if (!Files.isDirectory(folder)) {
      key.fault("names \"" + named + "\", which is no folder", "Name one with YAML files in it");
      return Experiments.NONE;
    }
    var all = new ArrayList<Experiment>();
    Map<String, Path> taken = new HashMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(ExperimentFolder::written).sorted().toList()) {
        Read read = read(file);
        key.also(read.faults());
        Experiment one = read.experiment();
        if (one == null) {
          continue;
        }
        String severity = one.severity();
        if (severity != null && severities.find(severity).isEmpty()) {
          key.also(
              List.of(
                  new Fault(
                      file + " (severity)",
                      "is \"" + severity + "\", which is no severity here",
                      "Write one such as " + severities.assumed())));
        }
        Path other = taken.putIfAbsent(one.name(), file);
        if (other == null) {
          all.add(one);
        } else {
          key.also(
              List.of(
                  new Fault(
                      file.toString(),
                      "is called \"" + one.name() + "\" as " + other.getFileName() + " is",
                      "Give each its own name")));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      key.fault("names \"" + named + "\", which cannot be read", "Check that the bot may read it");
    }
    return new Experiments(all);
  }

  private static boolean written(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }
}
