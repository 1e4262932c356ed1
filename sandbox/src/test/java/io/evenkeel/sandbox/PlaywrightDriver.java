package io.evenkeel.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Playwright runs: a Node of 126 MB and its scripts, which by itself it would unpack anew for
 * each process of tests. Unpacked here by the first of a build, and kept for the others in {@code
 * target}.
 */
final class PlaywrightDriver {
  private static final Path TARGET = Path.of("target");

  private PlaywrightDriver() {}

  /** Tells Playwright where it is; without a word where there is none for this machine. */
  static synchronized void keep() {
    @Nullable URL node = resource("driver/" + machine() + "/node");
    @Nullable URL scripts = resource("driver/package");
    if (node == null || scripts == null) {
      return;
    }
    try {
      System.setProperty("playwright.cli.dir", unpacked(node, scripts).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path unpacked(URL node, URL scripts) throws IOException, URISyntaxException {
    // Named as the jar is: another version has another folder.
    String jar = scripts.getPath().replaceAll(".*/(.*)[.]jar!.*", "$1");
    Path kept = TARGET.resolve("playwright-" + jar).toAbsolutePath();
    try (var file =
            FileChannel.open(
                Files.createDirectories(TARGET).resolve("playwright.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = file.lock()) {
      if (!Files.exists(kept)) {
        // Half of it never has the name by which others take it.
        Path half = Files.createTempDirectory(TARGET, "playwright-half-");
        copy(node, half.resolve("node"));
        copy(scripts, half.resolve("package"));
        if (!half.resolve("node").toFile().setExecutable(true)) {
          throw new IOException("cannot be made executable: " + half.resolve("node"));
        }
        Files.move(half, kept);
      }
    }
    return kept;
  }

  private static void copy(URL from, Path to) throws IOException, URISyntaxException {
    String inJar = from.getPath().substring(from.getPath().indexOf('!') + 1);
    try (var jar = FileSystems.newFileSystem(from.toURI(), Map.of());
        var all = Files.walk(jar.getPath(inJar))) {
      for (Path one : (Iterable<Path>) all::iterator) {
        Files.copy(one, to.resolve(jar.getPath(inJar).relativize(one).toString()));
      }
    }
  }

  private static @Nullable URL resource(String name) {
    return PlaywrightDriver.class.getClassLoader().getResource(name);
  }

  /** As Playwright calls its folders. */
  private static String machine() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    return (System.getProperty("os.name").startsWith("Mac") ? "mac" : "linux")
        + (arm ? "-arm64" : "");
  }
}
