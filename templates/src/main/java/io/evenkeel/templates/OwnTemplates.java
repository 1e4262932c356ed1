package io.evenkeel.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The templates that a team brings. */
final class OwnTemplates {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,40}";

  /** More files than a team has templates: the wrong directory was named. */
  private static final int MOST = 100;

  private OwnTemplates() {}

  /**
   * Reads all {@code NAME.md} of a directory, which may be missing.
   *
   * @param faults gets a sentence for each that cannot be used
   */
  static void read(Path directory, Map<String, Template> into, List<String> faults) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      files
          .filter(file -> file.getFileName().toString().endsWith(".md"))
          .sorted()
          .limit(MOST)
          .forEach(file -> add(file, into, faults));
    } catch (IOException e) {
      faults.add(
          "The templates in " + directory + " cannot be listed: check the directory's rights.");
    }
  }

  private static void add(Path file, Map<String, Template> into, List<String> faults) {
    String name = file.getFileName().toString().replaceFirst("\\.md$", "");
    if (!name.matches(NAME)) {
      faults.add(
          "The template "
              + file
              + " is left out: name it with lower-case letters, digits and"
              + " hyphens, such as our-team.md.");
      return;
    }
    try {
      into.put(name, new Template(file.toString(), Files.readString(file)));
    } catch (IOException e) {
      faults.add(
          "The template "
              + file
              + " cannot be read as UTF-8: check it and its rights."
              + " Evenkeel's own is used.");
    } catch (BadTemplate e) {
      faults.add(e.getMessage() + " Evenkeel's own is used.");
    }
  }
}
