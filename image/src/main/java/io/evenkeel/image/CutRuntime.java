package io.evenkeel.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;

/** The JDK that runs this, cut to the modules that the bot uses. */
final class CutRuntime {
  /**
   * What no class names: asked for by name at run time, or by whoever must find out what a bot is
   * doing that has no shell beside it ({@code jcmd}, flight recordings).
   */
  private static final List<String> BY_NAME = List.of("jdk.crypto.ec", "jdk.jcmd", "jdk.jfr");

  /** Windows and fonts: of that module only java.beans is used. */
  private static final String UNSEEN =
      List.of(
              "awt",
              "fontmanager",
              "freetype",
              "lcms",
              "mlib_image",
              "javajpeg",
              "jsound",
              "splash")
          .stream()
          .map("**lib%s*.so"::formatted)
          .reduce((one, other) -> one + "," + other)
          .orElseThrow();

  private CutRuntime() {}

  /**
   * Makes it.
   *
   * @param jars all that the bot consists of
   * @param to a folder that is not there yet
   * @return its modules, in alphabetical order
   */
  static List<String> make(List<Path> jars, Path to) {
    var modules = new TreeSet<>(used(jars));
    modules.addAll(BY_NAME);
    String _ =
        run(
            "jlink",
            "--add-modules",
            String.join(",", modules),
            // Classes made up for method handles come out a little different now and then.
            "--disable-plugin",
            "generate-jli-classes",
            "--no-header-files",
            "--no-man-pages",
            "--strip-java-debug-attributes",
            "--exclude-files",
            UNSEEN,
            "--output",
            to.toString());
    return List.copyOf(modules);
  }

  /** As one heap of classes: the modules that some jars declare name others that nobody needs. */
  private static List<String> used(List<Path> jars) {
    Path heap = Folders.temporary("evenkeel-classes");
    try {
      for (Path jar : jars) {
        unpack(jar, heap);
      }
      String said = run("jdeps", "--ignore-missing-deps", "--print-module-deps", heap.toString());
      return List.of(said.strip().split(","));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Folders.delete(heap);
    }
  }

  private static void unpack(Path jar, Path heap) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".class")
            && !name.startsWith("META-INF/")
            && !name.equals("module-info.class")) {
          Path to = heap.resolve(name).normalize();
          Files.createDirectories(to.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.write(to, in.readAllBytes());
          }
        }
      }
    }
  }

  private static String run(String tool, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of(arguments));
    int code =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("a whole JDK is needed: no " + tool))
            .run(
                new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(tool + " failed: " + out + err);
    }
    return out.toString();
  }
}
