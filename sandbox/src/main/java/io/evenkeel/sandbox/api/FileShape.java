package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.FileShare;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files as Slack shows them to an app. */
public final class FileShape {
  private FileShape() {}

  /** A file object; its addresses lie under the base address. */
  public static ObjectNode of(FileShare file, String baseUrl) {
    ObjectNode json =
        Json.object()
            .put("id", file.id())
            .put("created", file.created())
            .put("timestamp", file.created())
            .put("name", file.name())
            .put("title", file.title())
            .put("mimetype", file.mimetype())
            .put("filetype", file.name().endsWith(".md") ? "markdown" : "text")
            .put("pretty_type", file.name().endsWith(".md") ? "Markdown" : "Plain Text")
            .put("user", file.user())
            .put("user_team", Workspace.TEAM)
            .put("editable", false)
            .put("size", file.content().length)
            .put("mode", "hosted")
            .put("is_external", false)
            .put("external_type", "")
            .put("is_public", file.shares().stream().anyMatch(s -> !s.isPrivate()))
            .put("url_private", url(file, baseUrl, ""))
            .put("url_private_download", url(file, baseUrl, "download/"))
            .put("permalink", baseUrl + "files/" + file.user() + "/" + file.id());
    json.set("channels", places(file, false));
    json.set("groups", places(file, true));
    json.set("ims", Json.array());
    ObjectNode shares = Json.object();
    for (FileShare.Share share : file.shares()) {
      shares
          .withObjectProperty(share.isPrivate() ? "private" : "public")
          .withArrayProperty(share.channel())
          .addObject()
          .put("ts", share.ts());
    }
    return json.set("shares", shares);
  }

  private static String url(FileShare file, String baseUrl, String action) {
    return baseUrl + "files-pri/" + Workspace.TEAM + "-" + file.id() + "/" + action + file.name();
  }

  private static JsonNode places(FileShare file, boolean isPrivate) {
    return Json.of(
        file.shares().stream()
            .filter(s -> s.isPrivate() == isPrivate)
            .map(FileShare.Share::channel)
            .distinct()
            .toList());
  }
}
