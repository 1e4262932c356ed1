package io.evenkeel.bot.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The environment being read: values without the blanks and line ends that secret files bring
 * along, and the faults met so far. Any variable X may come from a file instead, named by X_FILE.
 */
final class Variables {
  private static final String FILE = "_FILE";

  /** More than any setting holds: what is larger is another file. */
  private static final long LARGEST_FILE = 64 * 1024;

  private final Map<String, String> environment;
  private final Map<String, Optional<String>> files = new HashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();

  Variables(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Empty when it is not set or blank: charts and compose files set what is left out to "". */
  Optional<String> text(String name) {
    return value(name).map(String::strip).filter(v -> !v.isEmpty());
  }

  Optional<Secret> secret(String name) {
    var value = text(name);
    if (value.isPresent() && value.get().chars().anyMatch(c -> c <= ' ' || c > '~')) {
      fault(
          name,
          "holds a blank, a line end or a character outside ASCII",
          "Copy it again, without quotes and as one line");
      return Optional.empty();
    }
    return value.map(Secret::new);
  }

  /** A password is taken as it stands but for line ends after it: blanks may belong to it. */
  Optional<Secret> password(String name) {
    return value(name)
        .map(v -> v.replaceAll("[\\r\\n]+$", ""))
        .filter(v -> !v.isEmpty())
        .map(Secret::new);
  }

  Optional<Integer> number(String name, int least, int most) {
    var value = text(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    } catch (NumberFormatException notOne) {
      // told below, as a number out of range is
    }
    fault(
        name,
        "is \"" + value.get() + "\"",
        "Set a whole number from " + least + " to " + most + ", or leave it out");
    return Optional.empty();
  }

  /** As it stands in the environment or in the file that the environment names. */
  private Optional<String> value(String name) {
    Optional<String> given = Optional.ofNullable(environment.get(name));
    String file = environment.getOrDefault(name + FILE, "").strip();
    if (file.isEmpty()) {
      return given;
    }
    return files.computeIfAbsent(
        name,
        _ -> {
          if (given.filter(value -> !value.isBlank()).isPresent()) {
            faults.add(
                new Fault(name, "is set, and so is " + name + FILE, "Take one of the two away"));
            return given;
          }
          return read(name, file);
        });
  }

  private Optional<String> read(String name, String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > LARGEST_FILE) {
        return unreadable(name, "names a file that is larger than any setting");
      }
      String text = Files.readString(path);
      return text.isBlank()
          ? unreadable(name, "names a file in which nothing stands")
          : Optional.of(text);
    } catch (NoSuchFileException _) {
      return unreadable(name, "names \"" + file + "\", which is not there");
    } catch (CharacterCodingException _) {
      return unreadable(name, "names a file that is no UTF-8 text");
    } catch (IOException | InvalidPathException _) {
      return unreadable(name, "names \"" + file + "\", which cannot be read");
    }
  }

  private Optional<String> unreadable(String name, String wrong) {
    faults.add(
        new Fault(
            name + FILE,
            wrong,
            "Name a file that the bot may read and that holds nothing but the value"));
    broken.add(name);
    return Optional.empty();
  }

  /** A variable whose file cannot be used is told once, not as missing too. */
  void fault(String variable, String wrong, String mend) {
    if (broken.contains(variable)) {
      return;
    }
    faults.add(new Fault(variable, wrong, mend));
  }

  void faults(List<Fault> more) {
    faults.addAll(more);
  }

  /** The value, if nothing was wrong. */
  <T> Parsed<T> parsed(Supplier<T> value) {
    return faults.isEmpty() ? new Parsed.Ready<>(value.get()) : new Parsed.Faulty<>(faults);
  }
}
