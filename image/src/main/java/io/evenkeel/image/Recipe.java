package io.evenkeel.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The image: what is in which layer, who runs it, and how. No daemon is needed. */
final class Recipe {
  /** Nobody in particular, as in most images that are not root's. */
  static final String USER = "65532:65532";

  private static final Pattern OURS =
      Pattern.compile("(incident|migrations|persistence|templates)-[0-9].*\\.jar");
  private static final Set<Port> PORTS = Set.of(Port.tcp(3000), Port.tcp(3001));

  private final Stage stage;
  private final String base;
  private final String name;

  /**
   * @param base a registry's name of an image, {@code tar://PATH}, or {@code scratch}: ours has no
   *     libc of its own
   * @param name such as {@code evenkeel:0.1.0}
   */
  Recipe(Stage stage, String base, String name) {
    this.stage = stage;
    this.base = base;
    this.name = name;
  }

  /** Writes the image as an OCI layout in a tar file. */
  void write(Path tar) {
    Path kept = tar.resolveSibling("layers");
    // Kept layers are known by their files' names and dates, and here all files have one date.
    Folders.delete(kept);
    try {
      JibContainerBuilder image = base.equals("scratch") ? Jib.fromScratch() : Jib.from(base);
      layers().forEach(image::addFileEntriesLayer);
      image
          .setFormat(ImageFormat.OCI)
          .setPlatforms(Set.of(new Platform(architecture(), "linux")))
          .setCreationTime(stage.created())
          .setUser(USER)
          .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
          .setExposedPorts(PORTS)
          .setEnvironment(Map.of("MALLOC_ARENA_MAX", "2"))
          .setEntrypoint(entrypoint())
          .setProgramArguments("serve")
          .setLabels(
              Map.of(
                  "org.opencontainers.image.title", "Evenkeel",
                  "org.opencontainers.image.description", "Incident command inside Slack",
                  "org.opencontainers.image.licenses", "Apache-2.0"))
          .containerize(
              Containerizer.to(TarImage.at(tar).named(name))
                  .setToolName("evenkeel")
                  .setApplicationLayersCache(kept)
                  .setBaseImageLayersCache(tar.resolveSibling("base-layers")));
    } catch (InvalidImageReferenceException e) {
      throw new IllegalArgumentException("\"" + base + "\" or \"" + name + "\" names no image", e);
    } catch (RegistryException
        | IOException
        | CacheDirectoryCreationException
        | ExecutionException e) {
      throw new IllegalStateException(
          "The image could not be written on " + base + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  List<String> entrypoint() {
    var command = new ArrayList<String>();
    command.add("/opt/java/bin/java");
    command.addAll(Stage.OPTIONS);
    if (Files.exists(stage.cache())) {
      command.add("-XX:AOTCache=/app/" + Stage.AOT);
    }
    command.addAll(List.of("-jar", "/app/evenkeel.jar"));
    return command;
  }

  /** What changes rarely comes first. */
  List<FileEntriesLayer> layers() throws IOException {
    var layers = new ArrayList<FileEntriesLayer>();
    layers.add(layer("runtime", file -> file.startsWith("opt/java")));
    layers.add(layer("libraries", file -> file.startsWith("app/lib") && !ours(file)));
    layers.add(
        layer(
            "bot",
            file ->
                ours(file)
                    || file.equals(Path.of("app/evenkeel.jar"))
                    || file.equals(Path.of("app/evenkeel.cdx.json"))));
    layers.add(layer("aot-cache", file -> file.equals(Path.of("app", Stage.AOT))));
    return layers.stream().filter(layer -> !layer.getEntries().isEmpty()).toList();
  }

  private static boolean ours(Path file) {
    return file.startsWith("app/lib") && OURS.matcher(file.getFileName().toString()).matches();
  }

  private FileEntriesLayer layer(String title, Predicate<Path> wanted) {
    var layer = FileEntriesLayer.builder().setName(title);
    for (Path file : Folders.files(stage.root())) {
      Path inside = stage.root().relativize(file);
      if (wanted.test(inside)) {
        layer.addEntry(
            file,
            AbsoluteUnixPath.get("/" + inside),
            FilePermissions.fromOctalString(Files.isExecutable(file) ? "755" : "644"),
            stage.created());
      }
    }
    return layer.build();
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }
}
