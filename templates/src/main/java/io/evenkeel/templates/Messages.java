package io.evenkeel.templates;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The words that a message begins with. A team's own template comes first, one for the incident's
 * severity ({@code messages/update-SEV-1.md}) before the one for all ({@code messages/update.md});
 * where there is none, or it cannot be used, Evenkeel's own serves. Safe for any number of threads.
 */
public final class Messages {
  private static final String FOLDER = "messages/";
  private static final String INSTEAD = " The next one in order is used instead.";

  private final SeverityScale severities;
  private final Map<Occasion, Template> shipped = new EnumMap<>(Occasion.class);
  private final Map<String, Template> own = new HashMap<>();
  private final Consumer<String> refused;

  private Messages(SeverityScale severities, Consumer<String> refused) {
    this.severities = severities;
    this.refused = refused;
  }

  /**
   * Reads all templates once. One that is broken is refused: it is told with its file, line and
   * reason, and the next one in order serves.
   *
   * @param directory a directory with a folder {@code messages}; null for none
   * @param refused is told in words what is wrong with each that cannot be used
   */
  public static Messages load(
      @Nullable Path directory, SeverityScale severities, Consumer<String> refused) {
    var messages = new Messages(severities, refused);
    for (Occasion occasion : Occasion.values()) {
      messages.shipped.put(occasion, shipped(occasion));
      if (directory != null) {
        messages.own(directory, occasion.word());
        for (SeverityScale.Level level : severities.levels()) {
          messages.own(directory, variant(occasion, level.severity()));
        }
      }
    }
    return messages;
  }

  /**
   * Plain text; what a person has to fill in stands in it as {@code [A question?]}.
   *
   * @param status as it will be once the message is posted
   * @param next when the next update is promised, UTC; null when nothing is
   */
  public String text(Occasion occasion, Incident incident, Status status, @Nullable Instant next) {
    var values = new MessageValues(incident, status, next, severities);
    for (String name : List.of(variant(occasion, incident.severity()), occasion.word())) {
      Template template = own.get(name);
      if (template != null) {
        try {
          return written(template, values);
        } catch (BadTemplate e) {
          refused.accept(e.getMessage() + INSTEAD);
        }
      }
    }
    Template template = shipped.get(occasion);
    if (template == null) {
      throw new IllegalStateException("every occasion has a template: " + occasion);
    }
    return written(template, values);
  }

  private static String written(Template template, MessageValues values) {
    return template.render(limits -> values.all()).strip();
  }

  private void own(Path directory, String name) {
    Path file = directory.resolve(FOLDER + name + ".md");
    if (!Files.exists(file)) {
      return;
    }
    try {
      var template = Template.plain(file.toString(), Files.readString(file));
      for (Incident sample : Samples.of(severities)) {
        written(template, new MessageValues(sample, sample.status(), null, severities));
      }
      own.put(name, template);
    } catch (BadTemplate e) {
      refused.accept(e.getMessage() + INSTEAD);
    } catch (IOException _) {
      refused.accept(
          "The template " + file + " cannot be read as UTF-8: check it and its rights." + INSTEAD);
    }
  }

  /** A severity's name comes from the installation and may hold anything: no path comes of it. */
  private static String variant(Occasion occasion, Severity severity) {
    return occasion.word() + "-" + severity.name().replaceAll("[^A-Za-z0-9_-]", "-");
  }

  private static Template shipped(Occasion occasion) {
    String name = FOLDER + occasion.word() + ".md";
    try (InputStream file = Messages.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return Template.plain(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
