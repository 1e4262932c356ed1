package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The jar of an earlier commit, built once and kept in the temporary folder under the commit's id.
 */
public final class EarlierBuild {
  private EarlierBuild() {}

  /**
   * The jar, beside its libraries. Building it takes a minute or two.
   *
   * @param revision as git takes it, such as {@code HEAD~1} or a tag
   * @throws IllegalStateException when git or Maven fail, with what they said
   */
  public static Path jar(String revision) {
    String commit = said(Path.of("."), "git", "rev-parse", "--verify", revision + "^{commit}");
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "evenkeel-builds", commit.strip());
    Path jar = folder.resolve("bot/target/evenkeel.jar");
    Path built = folder.resolve(".built");
    if (Files.exists(built)) {
      return jar;
    }
    try {
      Files.createDirectories(folder);
      Path sources = folder.resolve("sources.tar");
      Path top = Path.of(said(Path.of("."), "git", "rev-parse", "--show-toplevel").strip());
      said(top, "git", "archive", "--output=" + sources, commit.strip());
      said(folder, "tar", "-xf", sources.toString());
      said(
          folder,
          "mvn",
          "-B",
          "-q",
          "-Dquick",
          "-Dmaven.test.skip=true",
          "-pl",
          "bot",
          "-am",
          "package");
      Files.createFile(built);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static String said(Path folder, String... command) {
    var builder =
        new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
    // Maven takes the JDK that it runs on where that fits, and then calls the first java it finds.
    String home = System.getProperty("java.home");
    builder.environment().put("JAVA_HOME", home);
    builder.environment().put("PATH", home + "/bin:" + System.getenv("PATH"));
    try {
      Process process = Running.keep(builder.start());
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException(command[0] + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
