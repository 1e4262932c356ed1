package io.evenkeel.sandbox.page;

import io.evenkeel.hash.Sha256;
import io.evenkeel.sandbox.Extra;
import io.evenkeel.sandbox.client.Actions;
import io.evenkeel.sandbox.page.markup.Reader;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.FileShare;
import io.evenkeel.sandbox.workspace.State;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The simulated workspace in a browser. {@code /client/general?as=alice} is the address of a
 * channel as one person sees it, {@code &thread=<ts>} with a thread open; {@code /} leads to {@code
 * #general}. Everybody who can reach the page can be anybody: serve it on loopback only.
 */
public final class Page {

  private final Workspace workspace;
  private final Actions actions;
  private final Screens screens;
  private final Deeds deeds;
  private final Live live;
  private final Templates templates = new Templates();

  private Page(Workspace workspace, Actions actions, AppMenu menu) {
    this.workspace = workspace;
    this.actions = actions;
    this.screens = new Screens(menu);
    this.deeds = new Deeds(workspace, actions);
    this.live = new Live(workspace);
  }

  /** Adds {@code /}, {@code /client…} and {@code /ui/…} to a sandbox's server. */
  public static Extra with(AppMenu menu) {
    return (config, workspace, actions) -> {
      Page page = new Page(workspace, actions, menu);
      page.routes(config.routes);
      config.events.serverStopping(page.live::close);
    };
  }

  private void routes(RoutesConfig routes) {
    routes.get("/", this::home);
    routes.get("/client", request -> whole(request, null));
    routes.get("/client/@{handle}", this::direct);
    routes.get("/client/@{handle}/home", this::appHome);
    routes.get("/client/{channel}", request -> whole(request, request.pathParam("channel")));
    routes.get("/ui/app", this::again);
    routes.get("/ui/file/{id}", this::file);
    routes.get("/ui/live", this::live);
    deeds.routes(routes);
    Assets.routes(routes);
  }

  private void home(Context request) {
    String as = new Places(workspace.snapshot()).person(request.queryParam("as")).name();
    request.redirect("/client/general?as=" + URLEncoder.encode(as, StandardCharsets.UTF_8));
  }

  /** Opens the direct conversation with somebody, a new one if there is none. */
  private void direct(Context request) {
    String as = new Places(workspace.snapshot()).person(request.queryParam("as")).name();
    String handle = request.pathParam("handle");
    if (workspace.people().find(handle).isEmpty()) {
      throw new NotFoundResponse("There is nobody of this name here.");
    }
    Channel channel = actions.direct(as, handle);
    request.redirect(Place.address(channel) + "?as=" + as);
  }

  /** Opens the app's Home tab: the app hears of it and shows what it wants there. */
  private void appHome(Context request) {
    String as = new Places(workspace.snapshot()).person(request.queryParam("as")).name();
    if (!workspace.bot().name().equals(request.pathParam("handle"))) {
      throw new NotFoundResponse("Only the app has a Home tab.");
    }
    request.redirect(Place.address(actions.home(as)) + "?as=" + as + "&home=1");
  }

  private void whole(Context request, @Nullable String channel) {
    request.html(seen(request, "page", channel));
  }

  /** What an open page shows by now: 304 if it is what that page has already. */
  private void again(Context request) {
    String html = seen(request, "app", request.queryParam("channel"));
    String tag = '"' + Sha256.hex(html) + '"';
    request.header("ETag", tag);
    if (tag.equals(request.header("If-None-Match"))) {
      request.status(304);
      return;
    }
    request.html(html);
  }

  private void live(Context request) {
    live.serve(request, new Places(workspace.snapshot()).person(request.queryParam("as")));
  }

  private String seen(Context request, String template, @Nullable String channel) {
    State state = workspace.snapshot();
    Directory directory = new Directory(state, workspace.bot().id());
    Place place =
        new Places(state)
            .find(
                request.queryParam("as"),
                channel,
                request.queryParam("thread"),
                request.queryParam("list") != null,
                request.queryParam("home") != null);
    Reader reader = directory.reader(place.me(), workspace.now());
    Home home = place.home() ? Home.of(workspace.homes().of(place.me().id()).orElse(null)) : null;
    Screen screen = screens.screen(state, directory, reader, place, home);
    Security.headers(request);
    return templates.render(template, reader, Map.of("screen", screen));
  }

  /** Sends a file to those who can see a channel where it was shared. */
  private void file(Context request) {
    State state = workspace.snapshot();
    String me = new Places(state).person(request.queryParam("as")).id();
    FileShare file =
        state.files().stream()
            .filter(f -> f.id().equals(request.pathParam("id")) && visible(state, f, me))
            .findFirst()
            .orElseThrow(() -> new NotFoundResponse("There is no such file, or not for you."));
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    Security.headers(request);
    request
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .contentType("application/octet-stream")
        .result(file.content());
  }

  private static boolean visible(State state, FileShare file, String me) {
    return file.shares().stream()
        .flatMap(share -> state.channels().stream().filter(c -> c.id().equals(share.channel())))
        .anyMatch(channel -> channel.visibleTo(me));
  }
}
