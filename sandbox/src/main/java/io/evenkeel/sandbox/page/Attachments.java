package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.FileShare;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The files under a message, with the beginning of those that are text. */
final class Attachments {

  private static final int PREVIEW_BYTES = 20_000;

  private final State state;

  Attachments(State state) {
    this.state = state;
  }

  List<Post.Attached> of(Message message) {
    return message.files().stream()
        .flatMap(id -> state.files().stream().filter(file -> file.id().equals(id)))
        .map(Attachments::attached)
        .toList();
  }

  private static Post.Attached attached(FileShare file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean markdown = name.endsWith(".md") || file.mimetype().equals("text/markdown");
    boolean text = markdown || file.mimetype().startsWith("text/") || name.endsWith(".json");
    return new Post.Attached(
        file.id(),
        file.name(),
        file.title().isEmpty() ? file.name() : file.title(),
        markdown ? "Markdown" : text ? "Text" : file.mimetype(),
        size(file.length()),
        markdown,
        text ? beginning(file.content()) : "");
  }

  private static String beginning(byte[] bytes) {
    int length = Math.min(bytes.length, PREVIEW_BYTES);
    return new String(bytes, 0, length, StandardCharsets.UTF_8)
        + (length < bytes.length ? "\n…" : "");
  }

  private static String size(int bytes) {
    return bytes < 1000 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
  }
}
