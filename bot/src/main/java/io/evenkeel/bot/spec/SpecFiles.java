package io.evenkeel.bot.spec;

import io.evenkeel.bot.spec.SpecFinding.Level;
import io.evenkeel.service.Catalogue;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads objectives from files and folders: each document in the form that it is written in. A
 * folder's files are those ending in .yaml or .yml, with those of its subfolders, by name.
 */
public final class SpecFiles {
  private static final int MOST_FILES = 500;
  private static final int DEEPEST = 8;

  private SpecFiles() {}

  /**
   * @param services where it knows any, objectives of others are told
   * @throws IOException in words for people, where something cannot be read at all
   */
  public static Specs read(List<Path> paths, Catalogue services) throws IOException {
    var findings = new ArrayList<SpecFinding>();
    var documents = new ArrayList<Part>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        documents.addAll(Documents.of(file, findings));
      }
    }
    return new Specs(objectives(documents, services, findings), findings);
  }

  /** What stands in one text. */
  static Specs read(String name, String text) {
    var findings = new ArrayList<SpecFinding>();
    List<Part> documents = Documents.of(name, text, findings);
    return new Specs(objectives(documents, Catalogue.NONE, findings), findings);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      if (!Files.isReadable(path)) {
        throw new NoSuchFileException(
            path + " cannot be read. Check the name and that you may read it.");
      }
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path, DEEPEST)) {
      List<Path> files =
          all.filter(file -> file.toString().matches(".*\\.ya?ml"))
              .filter(Files::isRegularFile)
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
      if (files.size() > MOST_FILES) {
        throw new IOException(
            path + " holds more than " + MOST_FILES + " files. Name a folder below it.");
      }
      return files;
    }
  }

  private static Objectives objectives(
      List<Part> documents, Catalogue services, List<SpecFinding> findings) {
    var open = new OpenSlo(documents.stream().filter(OpenSlo::is).toList());
    Map<String, Objective> read = new LinkedHashMap<>();
    for (Part document : documents) {
      for (Optional<Objective> one : read(document, open)) {
        one.map(it -> it.of(services.named(it.service())))
            .ifPresent(objective -> {
              if (read.putIfAbsent(objective.key().toLowerCase(Locale.ROOT), objective) != null) {
                document.error(
                    "has a second " + objective.key(), "Give each of a service its own name");
              }
              known(objective, services, document);
            });
      }
    }
    if (documents.isEmpty() && findings.isEmpty()) {
      findings.add(
          new SpecFinding(
              "objectives",
              Level.WARNING,
              "are in none of these files",
              "Write one, or name others"));
    }
    return new Objectives(List.copyOf(read.values()));
  }

  private static List<Optional<Objective>> read(Part document, OpenSlo open) {
    if (!document.present()) {
      return List.of();
    }
    if (OpenSlo.is(document)) {
      return open.read(document);
    }
    if (Sloth.is(document)) {
      return Sloth.read(document);
    }
    if (ShortForm.is(document)) {
      return ShortForm.read(document);
    }
    document.error(
        "is in no form that is known",
        "Begin with apiVersion: openslo/v1, with version: prometheus/v1, or with service: and"
            + " slo:");
    return List.of();
  }

  private static void known(Objective objective, Catalogue services, Part document) {
    if (!services.all().isEmpty() && services.find(objective.service()).isEmpty()) {
      document.warning(
          "is of " + objective.service() + ", which the catalogue does not know",
          "Add it under services:, or use the name that stands there");
    }
    Doubts.of(objective, document);
  }
}
