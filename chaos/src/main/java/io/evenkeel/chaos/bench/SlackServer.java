package io.evenkeel.chaos.bench;

import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The simulated Slack in a process of its own, so that it is not measured with the bot. */
final class SlackServer implements AutoCloseable {
  private final Process process;
  private final String apiUrl;

  private SlackServer(Process process, String apiUrl) {
    this.process = process;
    this.apiUrl = apiUrl;
  }

  /**
   * @param state where the workspace is kept, so that a later one goes on from it
   * @param rateScale 1 for Slack's own limits, 0 for none
   */
  static SlackServer start(Path state, int rateScale) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SlackServer.class.getName(),
                    state.toString(),
                    Integer.toString(rateScale)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("http")) {
        return new SlackServer(process, line);
      }
    }
    throw new IOException("the simulated Slack did not start");
  }

  String apiUrl() {
    return apiUrl;
  }

  /** Lets it write down its workspace. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    Waiting.until("the simulated Slack has ended", () -> !process.isAlive());
  }

  /** Serves until its standard input ends, so that it never outlives who started it. */
  public static void main(String[] arguments) throws IOException {
    var settings =
        Settings.kept(Path.of(arguments[0]), InstantSource.system())
            .withRateScale(Integer.parseInt(arguments[1]));
    try (var slack = SlackSandbox.start(0, settings)) {
      System.out.println(slack.apiUrl());
      while (System.in.read() >= 0) {
        // Nothing is said to it but the end.
      }
    }
    System.exit(0);
  }
}
