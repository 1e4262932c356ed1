package io.evenkeel.bot.runbook;

import io.evenkeel.runbook.Reading;
import io.evenkeel.runbook.Remark;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Use;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One file, read.
 *
 * @param name without {@code .md}
 * @param runbook null where it cannot be followed
 * @param fault why not; null where it can
 */
public record RunbookFile(
    String name, @Nullable Runbook runbook, List<Remark> remarks, @Nullable Remark fault) {
  /** What is larger is no runbook. */
  static final int LARGEST = 256 * 1024;

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> KEYS = Set.of("services", "alerts", "labels");
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  public RunbookFile {
    remarks = List.copyOf(remarks);
  }

  /** Reads that file. Never throws, whatever is in it. */
  public static RunbookFile read(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.md$", "");
    try {
      Optional<String> text = text(file);
      return text.map(written -> of(name, written))
          .orElseGet(() ->
              broken(
                  name, "is larger than " + LARGEST / 1024 + " KB", "Make several files of it", 0));
    } catch (CharacterCodingException _) {
      return broken(name, "is not in UTF-8", "Save it as UTF-8", 0);
    } catch (IOException _) {
      return broken(name, "cannot be read", "Check that the bot may read it", 0);
    }
  }

  private static Optional<String> text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? Optional.empty()
          : Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    }
  }

  static RunbookFile of(String name, String text) {
    Reading.Front front = Reading.Front.of(text);
    var remarks = new ArrayList<Remark>();
    Use use;
    try {
      use = front.yaml().isBlank() ? Use.UNSAID : use(YAML.readTree(front.yaml()), remarks);
    } catch (JacksonException e) {
      var at = e.getLocation();
      return broken(
          name,
          "has a front matter that is no YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse("it cannot be read"),
          "Put that line right",
          at == null ? 1 : 1 + at.getLineNr());
    } catch (StackOverflowError _) {
      return broken(name, "has a front matter that is nested too deep", "Write it flat", 1);
    }
    Reading read = Reading.of(name, use, front.markdown(), front.line());
    remarks.addAll(read.remarks());
    Remark fault =
        read.runbook() == null
            ? new Remark(0, "has no step", "Write a list below \"## Diagnosis\"")
            : null;
    return new RunbookFile(name, read.runbook(), remarks, fault);
  }

  private static RunbookFile broken(String name, String wrong, String mend, int line) {
    var fault = new Remark(line, wrong, mend);
    return new RunbookFile(name, null, List.of(fault), fault);
  }

  private static Use use(@Nullable JsonNode front, List<Remark> remarks) {
    if (front == null || front.isNull() || front.isMissingNode()) {
      return Use.UNSAID;
    }
    if (!front.isObject()) {
      remarks.add(
          new Remark(1, "has a front matter without keys", "Write services:, alerts: or labels:"));
      return Use.UNSAID;
    }
    for (String key : front.propertyNames()) {
      if (!KEYS.contains(key)) {
        remarks.add(
            new Remark(
                1,
                "has \"" + cut(key) + "\" in its front matter, which means nothing here",
                "Known are services:, alerts: and labels:"));
      }
    }
    return new Use(
        texts("services", front.get("services"), remarks),
        texts("alerts", front.get("alerts"), remarks),
        labels(front.get("labels"), remarks));
  }

  /** A list, or a single text. */
  private static Set<String> texts(String key, @Nullable JsonNode written, List<Remark> remarks) {
    var all = new HashSet<String>();
    if (written == null || written.isNull()) {
      return all;
    }
    List<JsonNode> items = new ArrayList<>();
    if (written.isArray()) {
      written.forEach(items::add);
    } else {
      items.add(written);
    }
    for (JsonNode item : items) {
      if (!item.isValueNode() || item.isNull() || all.size() == MOST) {
        remarks.add(
            new Remark(1, "has a \"" + key + ":\" that is no list of names", "Write [one, other]"));
        return all;
      }
      all.add(cut(item.asString().strip()));
    }
    return all;
  }

  private static Map<String, String> labels(@Nullable JsonNode written, List<Remark> remarks) {
    var all = new HashMap<String, String>();
    if (written == null || written.isNull()) {
      return all;
    }
    boolean fine = written.isObject() && written.size() <= MOST;
    if (fine) {
      for (String key : written.propertyNames()) {
        JsonNode value = written.get(key);
        fine &= value.isValueNode() && !value.isNull();
        all.put(cut(key), cut(value.asString()));
      }
    }
    if (!fine) {
      remarks.add(
          new Remark(1, "has labels that are no names with values", "Write {team: payments}"));
      return Map.of();
    }
    return all;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
