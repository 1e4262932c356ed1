package io.evenkeel.bot.spec;

import io.evenkeel.bot.spec.SpecFinding.Level;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * The YAML documents of a file, bounded: up to 1 MB, 100,000 tokens and 40 levels, and without
 * aliases, which a few lines of could stand for gigabytes.
 */
final class Documents {
  private static final long LARGEST = 1_000_000;
  private static final int MOST_TOKENS = 100_000;
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(40).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Documents() {}

  /**
   * @throws IOException where it cannot be read at all
   */
  static List<Part> of(Path file, List<SpecFinding> findings) throws IOException {
    if (Files.size(file) > LARGEST) {
      findings.add(
          new SpecFinding(
              file.toString(), Level.ERROR, "is larger than 1 MB", "Spread it over more files"));
      return List.of();
    }
    try {
      return of(file.toString(), Files.readString(file), findings);
    } catch (CharacterCodingException e) {
      findings.add(
          new SpecFinding(file.toString(), Level.ERROR, "is no UTF-8 text", "Save it as UTF-8"));
      return List.of();
    }
  }

  static List<Part> of(String file, String text, List<SpecFinding> findings) {
    var parts = new ArrayList<Part>();
    try {
      int documents = bounded(text);
      try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(text)) {
        for (int number = 1; all.hasNext(); number++) {
          String place = documents > 1 ? file + " (document " + number + ")" : file;
          parts.add(new Part(place, all.next(), findings));
        }
      }
    } catch (Unbounded e) {
      findings.add(new SpecFinding(file, Level.ERROR, e.wrong, e.mend));
      return List.of();
    } catch (JacksonException e) {
      findings.add(broken(file, e));
      return List.of();
    }
    return parts;
  }

  private static SpecFinding broken(String file, JacksonException e) {
    var at = e.getLocation();
    String why = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read").strip();
    return new SpecFinding(
        file + (at == null ? "" : ", line " + at.getLineNr()),
        Level.ERROR,
        "is no YAML: " + why.replaceAll("\\.+$", ""),
        "Put that line right");
  }

  /** Read once as tokens, which nothing is built of. Returns how many documents there are. */
  private static int bounded(String text) {
    int tokens = 0;
    int documents = 0;
    int depth = 0;
    try (JsonParser parser = YAML.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        documents += depth == 0 && !token.isStructEnd() ? 1 : 0;
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
          throw new Unbounded(
              "holds an alias (*" + parser.getString() + "), which is not followed",
              "Write there what it stands for");
        }
        if (++tokens > MOST_TOKENS) {
          throw new Unbounded("holds more than 100,000 values", "Spread it over more files");
        }
      }
    }
    return documents;
  }

  /** More than a file of objectives holds. */
  private static final class Unbounded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String wrong;
    private final String mend;

    Unbounded(String wrong, String mend) {
      this.wrong = wrong;
      this.mend = mend;
    }
  }
}
