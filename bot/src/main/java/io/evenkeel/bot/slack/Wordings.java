package io.evenkeel.bot.slack;

import com.slack.api.model.Attachment;
import com.slack.api.model.File;
import io.evenkeel.incident.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a message in an event or a shortcut says. */
final class Wordings {
  private Wordings() {}

  static Wording of(
      @Nullable String text, @Nullable List<Attachment> attachments, @Nullable List<File> shared) {
    var images = new ArrayList<String>();
    var files = new ArrayList<String>();
    for (File file : Objects.requireNonNullElse(shared, List.<File>of())) {
      String type = Objects.requireNonNullElse(file.getMimetype(), "");
      String title = Objects.requireNonNullElse(file.getTitle(), "");
      (type.startsWith("image/") ? images : files)
          .add(Objects.requireNonNullElse(file.getName(), title));
    }
    String words = Objects.requireNonNullElse(text, "");
    return new Wording(words.isBlank() ? attached(attachments) : words, images, files);
  }

  /** Of alerts and other apps' messages the words often stand in attachments alone. */
  private static String attached(@Nullable List<Attachment> attachments) {
    return Objects.requireNonNullElse(attachments, List.<Attachment>of()).stream()
        .map(attachment ->
            attachment.getFallback() == null || attachment.getFallback().isBlank()
                ? attachment.getText()
                : attachment.getFallback())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }
}
