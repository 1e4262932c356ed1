package io.evenkeel.sandbox;

import io.evenkeel.sandbox.api.MessageShape;
import io.evenkeel.sandbox.api.Triggers;
import io.evenkeel.sandbox.api.WebApi;
import io.evenkeel.sandbox.client.Actions;
import io.evenkeel.sandbox.faults.Faults;
import io.evenkeel.sandbox.openid.OpenIdHttp;
import io.evenkeel.sandbox.outbound.BotLink;
import io.evenkeel.sandbox.outbound.Deliveries;
import io.evenkeel.sandbox.outbound.EventFeed;
import io.evenkeel.sandbox.outbound.Payloads;
import io.evenkeel.sandbox.outbound.ResponseUrls;
import io.evenkeel.sandbox.outbound.SocketHub;
import io.evenkeel.sandbox.web.Calls;
import io.evenkeel.sandbox.web.Routes;
import io.evenkeel.sandbox.workspace.StateFile;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Slack on loopback: the Web API, what Slack sends to an app, and a control API.
 * Several may run in one JVM. It sends nothing to the bot before {@link #pointAt}.
 */
public final class SlackSandbox implements AutoCloseable {

  private static final long MAX_REQUEST = 20_000_000;

  private final Workspace workspace;
  private final Faults faults = new Faults();
  private final Calls calls = new Calls();
  private final Actions actions;
  private final BotLink link;
  private final SocketHub sockets;
  private final EventFeed events;
  private final @Nullable StateFile stateFile;
  private final Javalin server;

  private SlackSandbox(int port, Settings settings, Extra extra) {
    workspace = new Workspace(settings.time());
    Path file = settings.stateFile();
    stateFile = file == null ? null : StateFile.open(file, workspace);
    sockets = new SocketHub(workspace);
    link = new BotLink(workspace, settings.signingSecret(), sockets);
    Triggers triggers = new Triggers(workspace);
    MessageShape shape = new MessageShape(workspace, this::baseUrl);
    ResponseUrls responses = new ResponseUrls(workspace, this::baseUrl);
    events = new EventFeed(workspace, link, faults, shape, settings.events());
    actions =
        new Actions(
            workspace,
            new Payloads(workspace, triggers, responses, shape),
            new Deliveries(link, faults, responses),
            responses,
            events,
            settings.commands());
    WebApi api =
        new WebApi(
            workspace,
            triggers,
            settings.botToken(),
            Settings.APP_TOKEN,
            () -> baseUrl().replaceFirst("^http", "ws") + "link/?" + sockets.ticket(),
            settings.scopes(),
            settings.rateScale(),
            this::baseUrl);
    Routes routes =
        new Routes(
            workspace,
            api,
            actions,
            responses,
            sockets,
            faults,
            calls,
            settings.botToken(),
            this::baseUrl,
            new OpenIdHttp(
                workspace,
                new OpenIdHttp.App(Settings.CLIENT_ID, Settings.CLIENT_SECRET, link::signsIn),
                this::baseUrl));
    server =
        Javalin.create(config -> {
          http(config);
          routes.configure(config);
          extra.configure(config, workspace, actions);
        });
    server.start("127.0.0.1", port);
  }

  private static void http(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = MAX_REQUEST;
  }

  /** Starts on this port of 127.0.0.1; 0 takes any free one. */
  public static SlackSandbox start(int port, Settings settings) {
    return start(port, settings, Extra.none());
  }

  /** Starts with more routes, such as the page's. */
  public static SlackSandbox start(int port, Settings settings, Extra extra) {
    return new SlackSandbox(port, settings, extra);
  }

  /**
   * Where the bot is, such as {@code http://127.0.0.1:3000}; commands and events go there from now
   * on.
   */
  public void pointAt(URI bot) {
    link.pointAt(bot);
  }

  /** Socket Mode, switched off until it is enabled; then nothing goes to an address any more. */
  public SocketHub sockets() {
    return sockets;
  }

  public Workspace workspace() {
    return workspace;
  }

  /** What people do here. */
  public Actions actions() {
    return actions;
  }

  public Faults faults() {
    return faults;
  }

  /** The Web API calls so far. */
  public Calls calls() {
    return calls;
  }

  /** This server's address, with a slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /** What the bot's {@code SLACK_API_URL} must be. */
  public String apiUrl() {
    return baseUrl() + "api/";
  }

  @Override
  public void close() {
    faults.cut();
    server.stop();
    events.close();
    link.close();
    if (stateFile != null) {
      stateFile.close();
    }
  }
}
