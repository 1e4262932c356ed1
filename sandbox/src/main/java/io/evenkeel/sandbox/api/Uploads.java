package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.FileShare;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code files.getUploadURLExternal}, {@code files.completeUploadExternal}, {@code files.info}. */
final class Uploads {

  private final Supplier<String> baseUrl;

  Uploads(Supplier<String> baseUrl) {
    this.baseUrl = baseUrl;
  }

  List<Served> methods() {
    List<String> write = List.of("files:write");
    return List.of(
        Served.read("files.getUploadURLExternal", 100, write, this::announce),
        Served.write("files.completeUploadExternal", 100, write, this::complete),
        Served.read("files.info", 100, List.of("files:read"), this::info),
        Served.write("files.delete", 50, write, Uploads::delete));
  }

  private ObjectNode announce(Call call) {
    String name = call.args().required("filename");
    int length = call.args().number("length", 0, 0, Integer.MAX_VALUE);
    if (length < 1) {
      throw new SlackError("missing_argument");
    }
    String type = name.endsWith(".md") ? "text/markdown" : "text/plain";
    FileShare file = call.workspace().files().announce(call.caller().id(), name, length, type);
    return Json.object()
        .put("upload_url", baseUrl.get() + "upload/v1/" + file.key())
        .put("file_id", file.id());
  }

  private ObjectNode complete(Call call) {
    JsonNode wanted =
        call.args()
            .json("files", "invalid_arguments")
            .filter(f -> f.isArray() && !f.isEmpty())
            .orElseThrow(() -> SlackError.missingArgument("files"));
    List<FileShare> files = new ArrayList<>();
    for (JsonNode one : wanted) {
      files.add(uploaded(call, one.path("id").asString("")));
    }
    Optional<Channel> channel = place(call);
    String comment = call.args().text("initial_comment", "");
    JsonNode blocks = blocks(call, comment);
    List<FileShare> done = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String title = wanted.get(i).path("title").asString(files.get(i).name());
      done.add(call.workspace().files().completed(files.get(i), title));
    }
    List<FileShare> shared = channel.map(c -> share(call, c, done, comment, blocks)).orElse(done);
    return Json.object()
        .set("files", Json.of(shared.stream().map(f -> FileShape.of(f, baseUrl.get())).toList()));
  }

  /** Completing is once: a second time the upload's ticket is gone. */
  private static FileShare uploaded(Call call, String id) {
    FileShare file =
        call.workspace().files().find(id).orElseThrow(() -> new SlackError("file_not_found"));
    if (file.completed() || file.base64().isEmpty()) {
      throw new SlackError("file_not_found");
    }
    return file;
  }

  private static Optional<Channel> place(Call call) {
    String name = call.args().text("channel_id") == null ? "channels" : "channel_id";
    if (call.args().text(name, "").isEmpty()) {
      return Optional.empty();
    }
    Channel channel = call.ownChannel(name);
    return Optional.of(Call.active(channel, "posting_to_channel_denied"));
  }

  private static @Nullable JsonNode blocks(Call call, String comment) {
    return comment.isEmpty()
        ? Content.blocks(call, call.args().json("blocks", "invalid_blocks").orElse(null))
        : null;
  }

  private static List<FileShare> share(
      Call call,
      Channel channel,
      List<FileShare> files,
      String comment,
      @Nullable JsonNode blocks) {
    Draft draft =
        Draft.text(call.caller().id(), Escaping.stored(comment))
            .withBlocks(blocks)
            .inThread(call.args().text("thread_ts"))
            .withFiles(files.stream().map(FileShare::id).toList());
    Message message = call.workspace().messages().post(channel.id(), draft);
    FileShare.Share share =
        new FileShare.Share(channel.id(), message.ts(), channel.isPrivate() || channel.isIm());
    return files.stream().map(f -> call.workspace().files().shared(f, share)).toList();
  }

  private ObjectNode info(Call call) {
    FileShare file = find(call);
    ObjectNode json = Json.object().set("file", FileShape.of(file, baseUrl.get()));
    json.set("comments", Json.array());
    return json.set("response_metadata", Json.object().put("next_cursor", ""));
  }

  private static ObjectNode delete(Call call) {
    FileShare file = find(call);
    if (!file.user().equals(call.caller().id())) {
      throw new SlackError("cant_delete_file");
    }
    call.workspace().files().remove(file);
    return Json.object();
  }

  private static FileShare find(Call call) {
    return call.workspace()
        .files()
        .find(call.args().required("file"))
        .filter(FileShare::completed)
        .orElseThrow(() -> new SlackError("file_not_found"));
  }
}
