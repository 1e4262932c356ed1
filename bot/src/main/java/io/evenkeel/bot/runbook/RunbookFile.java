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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
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
      use =
          front.yaml().isBlank()
              ? Use.UNSAID
              : new FrontMatter(remarks).use(YAML.readTree(front.yaml()));
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
}
