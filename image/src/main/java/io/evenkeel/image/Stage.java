package io.evenkeel.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder laid out as the image's root: {@code opt/java} and {@code app}. Everything in it has the
 * image's date, as the AOT cache knows the jars by their date and size.
 *
 * @param root the folder
 * @param created the date
 */
record Stage(Path root, Instant created) {
  /** How the JVM is set; docs/operations.md says why. */
  static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xms32m",
          "-XX:MaxRAMPercentage=50",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-XX:ReservedCodeCacheSize=96m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData");

  static final String AOT = "evenkeel.aot";

  /**
   * As Maven has built it: the jar, lib/ beside it, and the bill of materials where there is one.
   */
  static Stage of(Path built, Path root, Instant created) {
    Folders.delete(root);
    var stage = new Stage(root, created);
    Folders.copy(built.resolve("evenkeel.jar"), stage.jar(), created);
    for (Path library : Folders.files(built.resolve("lib"))) {
      Folders.copy(library, stage.lib().resolve(library.getFileName().toString()), created);
    }
    Path bill = built.resolve("evenkeel.cdx.json");
    if (Files.exists(bill)) {
      Folders.copy(bill, stage.bill(), created);
    }
    return stage;
  }

  Path java() {
    return root.resolve("opt/java");
  }

  Path app() {
    return root.resolve("app");
  }

  Path lib() {
    return app().resolve("lib");
  }

  Path jar() {
    return app().resolve("evenkeel.jar");
  }

  Path cache() {
    return app().resolve(AOT);
  }

  /** CycloneDX. */
  Path bill() {
    return app().resolve("evenkeel.cdx.json");
  }

  /** The jar and its libraries. */
  List<Path> jars() {
    var jars = new ArrayList<>(Folders.files(lib()));
    jars.add(jar());
    return jars;
  }

  /** Its own runtime, cut to what the jars use. */
  List<String> cut() {
    List<String> modules = CutRuntime.make(jars(), java());
    Folders.date(java(), created);
    return modules;
  }

  /**
   * The command line up to the jar.
   *
   * @param more options behind the usual ones
   */
  List<String> command(String... more) {
    return command(java(), OPTIONS, more);
  }

  /** The same with another JDK, or other options. */
  List<String> command(Path jdk, List<String> options, String... more) {
    var command = new ArrayList<String>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(options);
    command.addAll(List.of(more));
    command.addAll(List.of("-jar", jar().toString()));
    return command;
  }
}
