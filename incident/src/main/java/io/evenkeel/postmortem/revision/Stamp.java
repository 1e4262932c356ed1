package io.evenkeel.postmortem.revision;

import io.evenkeel.incident.IncidentNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which revision of which postmortem a file is. The lines {@code incident: INC-42} and {@code
 * revision: 3} of its front matter say so; what is stored has no revision in it.
 *
 * @param incident null when the file does not say
 * @param revision null when the file does not say
 * @param text the document without its revision
 */
public record Stamp(@Nullable IncidentNumber incident, @Nullable Integer revision, String text) {
  private static final Pattern INCIDENT =
      Pattern.compile("incident:\\s*[\"']?(INC-\\d{1,9})[\"']?\\s*");
  private static final Pattern REVISION = Pattern.compile("revision:\\s*(\\d{1,9})\\s*");

  /** The document as it leaves the house; one without front matter stays as it is. */
  public static String on(String text, int revision) {
    Document document = Document.parse(text);
    return document
        .frontMatter()
        .map(matter -> {
          List<String> lines = new ArrayList<>(Lines.of(matter.text()));
          String lineEnd = lines.getFirst().endsWith("\r\n") ? "\r\n" : "\n";
          lines.add(lines.size() - 1, "revision: " + revision + lineEnd);
          return String.join("", lines) + text.substring(matter.text().length());
        })
        .orElse(text);
  }

  /** What comes back. */
  public static Stamp read(String file) {
    String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    Optional<Piece.FrontMatter> matter = Document.parse(text).frontMatter();
    if (matter.isEmpty()) {
      return new Stamp(null, null, text);
    }
    IncidentNumber incident = null;
    Integer revision = null;
    var kept = new StringBuilder();
    for (String line : Lines.of(matter.get().text())) {
      Matcher number = INCIDENT.matcher(line);
      Matcher stamped = REVISION.matcher(line);
      if (number.matches()) {
        incident = IncidentNumber.parse(number.group(1)).orElse(null);
      }
      if (stamped.matches()) {
        revision = Integer.valueOf(stamped.group(1));
      } else {
        kept.append(line);
      }
    }
    return new Stamp(incident, revision, kept + text.substring(matter.get().text().length()));
  }
}
