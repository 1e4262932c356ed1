package io.evenkeel.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * {@code mvn -Pimage}: cuts the runtime, trains the AOT cache, tries both, and writes the image as
 * an OCI layout in a tar file, the bill of materials beside it.
 */
public final class Main {
  private static final double MB = 1e6;

  private Main() {}

  /**
   * @param arguments the bot's target folder, and the folder for what comes of it
   */
  public static void main(String[] arguments) throws IOException {
    Path built = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path out = Path.of(arguments[1]).toAbsolutePath().normalize();
    String base = System.getProperty("image.base", "scratch");
    Stage stage =
        Stage.of(built, out.resolve("root"), Instant.parse(System.getProperty("image.created")));
    List<String> modules = stage.cut();
    System.out.printf(
        "The runtime has %d modules and %.0f MB: %s%n",
        modules.size(), size(stage.java()) / MB, String.join(" ", modules));
    Path tar = out.resolve("evenkeel.tar");
    try (var training = new Training()) {
      if (Boolean.parseBoolean(System.getProperty("image.aot", "true"))) {
        training.cache(stage);
        System.out.printf("The AOT cache has %.0f MB%n", Files.size(stage.cache()) / MB);
      }
      new Recipe(stage, base, System.getProperty("image.name", "evenkeel")).write(tar);
      Stage elsewhere = Unpacked.of(tar, out.resolve("elsewhere"), stage.created());
      new Smoke(elsewhere, training).run();
      Folders.delete(elsewhere.root());
    }
    System.out.println("serve, migrate, verify, lint and export work in it");
    if (Files.exists(stage.bill())) {
      Folders.copy(stage.bill(), out.resolve("evenkeel.cdx.json"), stage.created());
    } else {
      System.out.println(
          "It has no bill of materials: that is made only while Maven is not offline");
    }
    Written written = Written.read(tar);
    System.out.printf("%s, on %s, has %.0f MB%n%s", tar, base, Files.size(tar) / MB, written);
    String other = System.getProperty("image.compare", "");
    if (!other.isEmpty()) {
      System.out.println(written.comparedWith(Written.read(Path.of(other))));
    }
    System.exit(0);
  }

  private static long size(Path folder) {
    return Folders.files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
  }
}
