package io.evenkeel.sandbox;

import io.evenkeel.sandbox.page.AppMenu;
import io.evenkeel.sandbox.page.Page;
import io.evenkeel.sandbox.workspace.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import tools.jackson.databind.JsonNode;

/**
 * {@code mvn -Psandbox}: a Postgres, a simulated Slack with its page, and the bot, in one go.
 * Everything is kept in {@code .sandbox/} below the working directory. Ends with its parent
 * process, or on SIGTERM.
 */
public final class Main {

  private static final Path FOLDER = Path.of(".sandbox");
  private static final Path MANIFEST = Path.of("bot/manifest.json");
  private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

  private volatile boolean stopping;

  private Main() {}

  /** Starts everything and stays until it is stopped. */
  public static void main(String[] args) throws InterruptedException {
    System.setProperty("logback.configurationFile", "sandbox-logback.xml");
    Main main = new Main();
    Runtime.getRuntime().addShutdownHook(new Thread(main::close, "sandbox-stop"));
    ProcessHandle.current().parent().ifPresent(Main::endWith);
    try {
      main.start(System.getenv());
    } catch (IllegalStateException | IOException e) {
      System.err.println("\n" + e.getMessage());
      System.exit(1);
    }
  }

  /** Maven may be killed without a word to us; Postgres and the bot must not outlive it. */
  private static void endWith(ProcessHandle parent) {
    var _ = parent.onExit().thenRun(() -> System.exit(0));
  }

  private void start(Map<String, String> environment) throws IOException, InterruptedException {
    Ports ports = Ports.of(environment);
    opened(FolderLock.take(FOLDER));
    Bot.stopLeftover(FOLDER);
    ports.requireFree();
    say("Starting Postgres; its data stays in .sandbox/postgres …");
    Postgres postgres = opened(Postgres.start(FOLDER));
    say("Starting the simulated Slack …");
    SlackSandbox slack = slack(ports);
    Map<String, String> forBot = BotEnvironment.of(environment, ports, postgres, slack);
    say("Preparing the database …");
    Bot.migrate(FOLDER, forBot);
    say("Starting the bot; its log is .sandbox/bot.log …");
    if (BotEnvironment.socketMode(environment)) {
      slack.sockets().enable(true);
    } else {
      slack.pointAt(URI.create("http://127.0.0.1:" + ports.bot()));
    }
    Bot bot = opened(Bot.serve(FOLDER, forBot));
    var _ = bot.ended().thenRun(this::botEnded);
    say(
        """

        The sandbox is ready. Open this page:

            %s

        There, in #general, type: /incident declare API service down --severity SEV-1

        The postmortem of INC-1, once you have declared it; sign in as anybody:

            http://127.0.0.1:%d/incidents/INC-1/postmortem

        The same from another terminal, over HTTP and from the database:

            curl -H "Authorization: Bearer %s" http://127.0.0.1:%d/incidents/INC-1/postmortem.md
            DATABASE_URL="%s" DATABASE_USER=postgres DATABASE_PASSWORD=postgres \\
              "%s" -jar bot/target/evenkeel.jar export INC-1

        Stop with Ctrl+C. To begin afresh, stop and delete the folder .sandbox.
        """
            .formatted(
                slack.baseUrl(),
                ports.bot(),
                Settings.API_TOKEN,
                ports.bot(),
                postgres.url(),
                Path.of(System.getProperty("java.home"), "bin", "java")));
  }

  /** The app is installed as its manifest says; without one, with all that the sandbox knows. */
  private SlackSandbox slack(Ports ports) throws IOException {
    Settings settings = Settings.kept(FOLDER.resolve("slack.json"), InstantSource.system());
    JsonNode manifest = Json.object();
    if (Files.exists(MANIFEST)) {
      manifest = Json.parse(Files.readString(MANIFEST));
      settings = settings.withManifest(Manifest.of(manifest));
    }
    Extra page = Page.with(AppMenu.of("Sandbox", manifest));
    return opened(SlackSandbox.start(ports.sandbox(), settings, page));
  }

  private void botEnded() {
    try {
      if (!stopping) {
        System.err.println("\nThe bot has ended. Its last words:\n" + Bot.lastWords(FOLDER));
        System.exit(1);
      }
    } catch (IOException e) {
      System.err.println("\nThe bot has ended, and its log cannot be read: " + e.getMessage());
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  /** In reverse order; one that fails does not keep the others open. */
  private void close() {
    stopping = true;
    while (!open.isEmpty()) {
      AutoCloseable resource = open.pop();
      try {
        resource.close();
      } catch (Exception e) {
        System.err.println("Not closed cleanly: " + e.getMessage());
      }
    }
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
