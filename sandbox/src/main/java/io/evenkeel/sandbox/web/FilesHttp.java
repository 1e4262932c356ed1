package io.evenkeel.sandbox.web;

import io.evenkeel.sandbox.outbound.ResponseUrls;
import io.evenkeel.sandbox.workspace.FileShare;
import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Where files are uploaded and downloaded, and where later answers are posted. */
final class FilesHttp {

  private final Workspace workspace;
  private final ResponseUrls responses;
  private final String token;

  FilesHttp(Workspace workspace, ResponseUrls responses, String token) {
    this.workspace = workspace;
    this.responses = responses;
    this.token = token;
  }

  /** The bytes, raw or as the first part of a form. */
  void upload(Context ctx) throws IOException {
    Optional<FileShare> file = workspace.files().byKey(ctx.pathParam("key"));
    if (file.isEmpty() || file.get().completed()) {
      ctx.status(404).result("file not found");
      return;
    }
    byte[] content = content(ctx);
    if (content.length != file.get().length()) {
      ctx.status(400)
          .result(
              "the upload has %d bytes, announced were %d"
                  .formatted(content.length, file.get().length()));
      return;
    }
    workspace.files().uploaded(file.get(), content);
    ctx.result("OK - " + content.length);
  }

  private static byte[] content(Context ctx) throws IOException {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    if (!type.startsWith("multipart/")) {
      return ctx.bodyAsBytes();
    }
    UploadedFile part = ctx.uploadedFiles().getFirst();
    try (InputStream in = part.content()) {
      return in.readAllBytes();
    }
  }

  /** A private file: for the bot with its token, and for the page on this machine. */
  void download(Context ctx) {
    String id = ctx.pathParam("id").substring(Workspace.TEAM.length() + 1);
    String header = ctx.header("Authorization");
    if (header != null && !header.equals("Bearer " + token)) {
      ctx.status(403).result("invalid_auth");
      return;
    }
    Optional<FileShare> file = workspace.files().find(id).filter(FileShare::completed);
    if (file.isEmpty()) {
      ctx.status(404).result("file not found");
      return;
    }
    ctx.contentType(file.get().mimetype() + "; charset=utf-8")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "attachment; filename=\"" + file.get().name() + "\"")
        .result(file.get().content());
  }

  /** A permalink leads to the message's channel on the page. */
  void permalink(Context ctx) {
    ctx.redirect("/client/" + ctx.pathParam("channel"));
  }

  /** A {@code response_url}. */
  void respond(Context ctx) {
    try {
      ResponseUrls.Outcome outcome = responses.use(ctx.path().substring(1), Json.parse(ctx.body()));
      ctx.status(outcome.status()).result(outcome.body());
    } catch (JacksonException e) {
      ctx.status(500).result("invalid_payload");
    }
  }
}
