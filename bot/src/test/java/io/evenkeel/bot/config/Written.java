package io.evenkeel.bot.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings that a test writes into a file of that folder and has read.
 *
 * @param variables that stand in the environment beside the file's name
 */
record Written(Path folder, Map<String, String> variables) {

  Installation ready(String yaml) throws IOException {
    return switch (parsed(yaml)) {
      case Parsed.Ready<Installation>(Installation installation) -> installation;
      case Parsed.Faulty<Installation>(List<Fault> faults) ->
          throw new AssertionError(faults.toString());
    };
  }

  List<String> faults(String yaml) throws IOException {
    return switch (parsed(yaml)) {
      case Parsed.Ready<Installation> ready -> throw new AssertionError(ready.toString());
      case Parsed.Faulty<Installation>(List<Fault> faults) ->
          faults.stream().map(Fault::toString).toList();
    };
  }

  private Parsed<Installation> parsed(String yaml) throws IOException {
    Path path = folder.resolve("evenkeel.yaml");
    Files.writeString(path, yaml);
    var environment = new HashMap<>(variables);
    environment.put("EVENKEEL_CONFIG", path.toString());
    return Installation.parse(environment);
  }
}
