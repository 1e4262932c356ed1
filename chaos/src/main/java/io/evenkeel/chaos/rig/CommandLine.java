package io.evenkeel.chaos.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of {@code evenkeel}, such as {@code verify}, as a process of its own. */
public final class CommandLine {
  private CommandLine() {}

  /**
   * How it ended.
   *
   * @param exit 0 clean, 1 findings, 2 error
   * @param said both outputs, in the order in which they came
   */
  public record Ended(int exit, String said) {}

  /**
   * Runs this build and waits for the end.
   *
   * @param databaseUrl JDBC's, with the user in it
   */
  public static Ended run(String databaseUrl, String... arguments) {
    return of(ClassData.options(), ClassData.CLASS_PATH, databaseUrl, arguments);
  }

  /**
   * Runs another build.
   *
   * @param classPath such as the path of a jar that names its libraries
   */
  public static Ended of(String classPath, String databaseUrl, String... arguments) {
    return of(List.of(), classPath, databaseUrl, arguments);
  }

  private static Ended of(
      List<String> jvm, String classPath, String databaseUrl, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath, "io.evenkeel.bot.Main"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("(SLACK|DATABASE|EVENKEEL)_.*"));
    builder.environment().put("DATABASE_URL", databaseUrl);
    try {
      Process process = Running.keep(builder.start());
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException e) {
      throw new IllegalStateException("evenkeel cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
