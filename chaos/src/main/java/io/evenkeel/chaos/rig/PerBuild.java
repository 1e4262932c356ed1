package io.evenkeel.chaos.rig;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is dear to make and the same for all tests of a build: made by the first process that asks
 * for it, kept in {@code target}, and made anew with other jars. Where the bot does not come as a
 * jar nothing is kept, as nobody could tell whether it is still right.
 */
final class PerBuild {
  private static final Path FOLDER = Path.of("target");
  private static final Map<String, Object> LOCKS = new ConcurrentHashMap<>();

  private PerBuild() {}

  /**
   * Empty where nothing is kept, or where it was not made.
   *
   * @param name of the thing; what earlier builds made under it goes
   * @param ending what the name of the file or folder ends in, such as {@code .jsa}
   * @param make makes it there; other processes wait meanwhile
   */
  static Optional<Path> kept(String name, String ending, Consumer<Path> make) {
    if (jars().stream().noneMatch(jar -> jar.endsWith("evenkeel.jar"))
        || !Files.isDirectory(FOLDER)) {
      return Optional.empty();
    }
    Path made = FOLDER.resolve(name + "-" + Integer.toHexString(stamp()) + ending).toAbsolutePath();
    // One lock for each name: what is made for one thing may ask for another.
    synchronized (LOCKS.computeIfAbsent(name, _ -> new Object())) {
      made(name, ending, made, make);
    }
    return Files.exists(made) ? Optional.of(made) : Optional.empty();
  }

  /**
   * A folder, copied from where it was made; where nothing is kept, that one.
   *
   * @param make makes it, anywhere
   */
  static Path folder(String name, Supplier<Path> make) {
    return kept(name, "", to -> copied(make.get(), to)).orElseGet(make);
  }

  /** Half a copy never has the name by which others take it. */
  private static void copied(Path folder, Path to) {
    Path half = to.resolveSibling("half-" + to.getFileName());
    Folders.delete(half);
    Folders.copy(folder, half);
    try {
      Files.move(half, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void made(String name, String ending, Path made, Consumer<Path> make) {
    try (var lock =
            FileChannel.open(
                FOLDER.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = lock.lock()) {
      if (!Files.exists(made)) {
        forgetEarlierBuilds(name, ending);
        make.accept(made);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forgetEarlierBuilds(String name, String ending) throws IOException {
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(FOLDER, name + "-*" + ending)) {
      earlier.forEach(Folders::delete);
    }
  }

  /** Changes with any of the jars. */
  private static int stamp() {
    var all = new StringBuilder(System.getProperty("java.vm.version"));
    for (String jar : jars()) {
      var file = new File(jar);
      all.append(jar).append(file.length()).append(file.lastModified());
    }
    return all.toString().hashCode();
  }

  /** Of this process's class path. */
  static List<String> jars() {
    return entries().filter(PerBuild::isJar).toList();
  }

  static boolean isJar(String entry) {
    return entry.endsWith(".jar");
  }

  static Stream<String> entries() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getProperty("java.class.path"));
  }
}
