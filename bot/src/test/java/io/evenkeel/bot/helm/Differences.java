package io.evenkeel.bot.helm;

import com.google.gson.JsonElement;
import java.util.Optional;

/** What a model read otherwise than it was written: a number where text stands, or the reverse. */
final class Differences {
  private Differences() {}

  static Optional<String> first(String path, JsonElement written, JsonElement read) {
    if (written.isJsonObject() && read.isJsonObject()) {
      return written.getAsJsonObject().entrySet().stream()
          .filter(entry -> !empty(entry.getValue()))
          .flatMap(entry -> {
            String at = path + "/" + entry.getKey();
            JsonElement other = read.getAsJsonObject().get(entry.getKey());
            return (other == null
                    ? Optional.of(at + " was not read")
                    : first(at, entry.getValue(), other))
                .stream();
          })
          .findFirst();
    }
    if (written.isJsonArray() && read.isJsonArray()) {
      for (int i = 0; i < written.getAsJsonArray().size(); i++) {
        JsonElement other = read.getAsJsonArray().get(i);
        var fault = first(path + "/" + i, written.getAsJsonArray().get(i), other);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return Optional.empty();
    }
    return written.equals(read)
        ? Optional.empty()
        : Optional.of(path + " is " + written + ", and was read as " + read);
  }

  private static boolean empty(JsonElement element) {
    return element.isJsonNull()
        || (element.isJsonObject() && element.getAsJsonObject().isEmpty())
        || (element.isJsonArray() && element.getAsJsonArray().isEmpty());
  }
}
