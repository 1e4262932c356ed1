package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Fault;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Settings without faults that a test writes and has read. */
record InstallationFile(Path folder) {

  Installation read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("evenkeel.yaml"), yaml);
    return switch (Installation.parse(Map.of("EVENKEEL_CONFIG", file.toString()))) {
      case Parsed.Ready<Installation>(Installation house) -> house;
      case Parsed.Faulty<Installation>(List<Fault> faults) ->
          throw new AssertionError(faults.toString());
    };
  }
}
