package io.evenkeel.bot.runbook;

import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Remark;
import io.evenkeel.runbook.Runbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runbooks of a folder as they are now. It looks at most once a second whether a file came,
 * went or changed, and reads only such. A file that cannot be used any more is told in the log and
 * in {@link Library#faults}, and what it said last stays. Safe between threads.
 */
public final class Shelf implements Supplier<Library> {
  /** Files beyond these are not read, and that is said. */
  static final int MOST = 500;

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(Shelf.class);

  private final Path folder;
  private final LongSupplier nanos;
  private Map<Path, Kept> kept = new TreeMap<>();
  private Library library = Library.NONE;
  private @Nullable Long lookedAt;

  public Shelf(Path folder) {
    this(folder, System::nanoTime);
  }

  /**
   * @param nanos how time passes
   */
  Shelf(Path folder, LongSupplier nanos) {
    this.folder = folder;
    this.nanos = nanos;
  }

  @Override
  public synchronized Library get() {
    long now = nanos.getAsLong();
    if (lookedAt == null || now - lookedAt >= PAUSE.toNanos()) {
      lookedAt = now;
      look();
    }
    return library;
  }

  private void look() {
    List<Path> files;
    try {
      files = files(folder);
    } catch (IOException | UncheckedIOException e) {
      String fault = "The folder of runbooks cannot be read: check that it is there.";
      if (!library.faults().contains(fault)) {
        log.warn("{} ({})", fault, e.getMessage());
        library = new Library(library.all(), List.of(fault));
      }
      return;
    }
    var next = new TreeMap<Path, Kept>();
    for (Path file : files.stream().limit(MOST).toList()) {
      next.put(file, Kept.now(file, kept.get(file)));
    }
    boolean many = files.size() > MOST;
    if (next.equals(kept) && many == library.faults().contains(tooMany())) {
      return;
    }
    kept = next;
    library = library(next, many);
  }

  private static Library library(Map<Path, Kept> kept, boolean many) {
    var all = new ArrayList<Runbook>();
    var faults = new ArrayList<String>();
    kept.forEach((file, one) -> {
      Runbook good = one.good();
      Remark fault = one.fault();
      if (good != null) {
        all.add(good);
      }
      if (fault != null) {
        faults.add(
            fault.in(String.valueOf(file.getFileName()))
                + (good == null ? "" : " What it said before is shown."));
      }
    });
    if (many) {
      faults.add(tooMany());
    }
    return new Library(all, faults);
  }

  private static String tooMany() {
    return "There are more than " + MOST + " runbooks, and the rest is not read.";
  }

  /** Its Markdown files in alphabetical order, without its README. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> Files.isRegularFile(file))
          .filter(file -> {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return name.endsWith(".md") && !name.startsWith(".") && !name.equals("readme.md");
          })
          .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
          .toList();
    }
  }
}
