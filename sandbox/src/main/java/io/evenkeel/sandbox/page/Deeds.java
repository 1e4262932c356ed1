package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.client.Actions;
import io.evenkeel.sandbox.client.Delivery;
import io.evenkeel.sandbox.client.Refused;
import io.evenkeel.sandbox.client.Submission;
import io.evenkeel.sandbox.page.markup.Html;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.View;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Every POST of the page: it says what the person did and answers 204, or 200 with a notice of what
 * went wrong. What changed reaches the page through {@link Live}.
 */
final class Deeds {

  private static final String NO_ANSWER =
      "The app did not answer in 3 seconds. Is the bot running? Try again in a moment.";
  private static final String NO_THREAD =
      "Slash commands do not work in threads. Type it in the channel instead.";

  private final Workspace workspace;
  private final Actions actions;

  Deeds(Workspace workspace, Actions actions) {
    this.workspace = workspace;
    this.actions = actions;
  }

  void routes(RoutesConfig routes) {
    routes.post("/ui/send", answering(this::send));
    routes.post("/ui/react", answering(this::react));
    routes.post("/ui/click", answering(this::click));
    routes.post("/ui/shortcut", answering(this::shortcut));
    routes.post("/ui/submit", answering(this::submit));
    routes.post("/ui/close", answering(this::close));
    routes.post("/ui/join", answering(this::join));
    routes.post("/ui/pin", answering(this::pin));
    routes.post("/ui/delete", answering(this::delete));
    routes.post("/ui/dismiss", answering(this::dismiss));
    routes.post("/ui/read", answering(this::read));
  }

  /** Something a person did; the result is a notice to show, or null. */
  private interface Deed {
    @Nullable String done(Context request, Person me);
  }

  private Handler answering(Deed deed) {
    return request -> {
      Security.headers(request);
      String notice;
      try {
        notice = deed.done(request, person(request));
      } catch (Refused e) {
        notice = e.getMessage();
      }
      if (notice == null) {
        request.status(204);
        return;
      }
      request.html(
          "<div id=\"notice\" hx-swap-oob=\"innerHTML\"><p>" + Html.escape(notice) + "</p></div>");
    };
  }

  private @Nullable String send(Context request, Person me) {
    String text = param(request, "text").strip();
    String thread = request.formParam("thread_ts");
    if (text.isEmpty()) {
      return null;
    }
    String channel = param(request, "channel");
    if (!text.matches("(?s)/[a-z].*")) {
      actions.message(me.id(), channel, text, thread);
      return null;
    }
    if (thread != null) {
      return NO_THREAD;
    }
    String[] words = text.split("\\s+", 2);
    actions.command(me.id(), channel, words[0], words.length > 1 ? words[1] : "");
    return null;
  }

  private @Nullable String react(Context request, Person me) {
    boolean remove = param(request, "remove").equals("true");
    actions.react(
        me.id(), param(request, "channel"), param(request, "ts"), param(request, "name"), remove);
    return null;
  }

  private @Nullable String click(Context request, Person me) {
    String action = param(request, "action_id");
    String viewId = request.formParam("view_id");
    ZoneId zone = ZoneId.of(me.tz());
    List<String> given = request.formParams("value");
    if (viewId != null) {
      String type =
          workspace
              .views()
              .find(viewId)
              .or(() -> workspace.homes().find(viewId))
              .map(v -> Elements.type(v.content(), action))
              .orElse("");
      List<String> field =
          given.isEmpty() ? request.formParams("f|" + block(request) + "|" + action) : given;
      workspace
          .views()
          .find(viewId)
          .ifPresent(v ->
              actions.fill(me.id(), viewId, Submitted.values(v, request.formParamMap(), zone)));
      return answered(actions.clickView(me.id(), viewId, action, value(type, field, zone)));
    }
    String channel = param(request, "channel");
    String ts = param(request, "ts");
    String type = Elements.typeInMessage(workspace.snapshot(), channel, ts, action);
    return answered(actions.click(me.id(), channel, ts, action, value(type, given, zone)));
  }

  private static String block(Context request) {
    String block = request.formParam("block_id");
    return block == null ? "" : block;
  }

  private static @Nullable JsonNode value(String type, List<String> given, ZoneId zone) {
    return type.equals("button") && given.isEmpty() ? null : Submitted.value(type, given, zone);
  }

  private @Nullable String shortcut(Context request, Person me) {
    String ts = request.formParam("ts");
    String channel = ts == null ? null : request.formParam("channel");
    return answered(actions.shortcut(me.id(), param(request, "callback_id"), channel, ts));
  }

  private @Nullable String submit(Context request, Person me) {
    String id = param(request, "view_id");
    View view = workspace.views().find(id).orElseThrow(Deeds::viewGone);
    Map<String, JsonNode> values =
        Submitted.values(view, request.formParamMap(), ZoneId.of(me.tz()));
    Submission submission = actions.submit(me.id(), id, values);
    return submission.errors().isEmpty()
        ? answered(submission.delivery())
        : submission.errors().get("view");
  }

  private @Nullable String close(Context request, Person me) {
    actions.close(me.id(), param(request, "view_id"));
    return null;
  }

  private @Nullable String join(Context request, Person me) {
    actions.join(me.id(), param(request, "channel"));
    return null;
  }

  private @Nullable String pin(Context request, Person me) {
    boolean remove = param(request, "remove").equals("true");
    actions.pin(me.id(), param(request, "channel"), param(request, "ts"), remove);
    return null;
  }

  private @Nullable String delete(Context request, Person me) {
    actions.delete(me.id(), param(request, "channel"), param(request, "ts"));
    return null;
  }

  private @Nullable String dismiss(Context request, Person me) {
    actions.dismiss(me.id(), param(request, "ts"));
    return null;
  }

  private @Nullable String read(Context request, Person me) {
    actions.markRead(me.id(), param(request, "channel"), param(request, "ts"));
    return null;
  }

  private Person person(Context request) {
    return new Places(workspace.snapshot()).person(request.formParam("as"));
  }

  private static String param(Context request, String name) {
    String value = request.formParam(name);
    return value == null ? "" : value;
  }

  private static @Nullable String answered(Delivery delivery) {
    return delivery.acknowledged() ? null : failed(delivery.status());
  }

  private static String failed(int status) {
    return status == 0
        ? NO_ANSWER
        : "The app answered with HTTP status " + status + " where Slack expects 200. See its log.";
  }

  private static Refused viewGone() {
    return new Refused("This window was closed in the meantime. Open it again.");
  }
}
