package io.evenkeel.bot.folder;

import io.evenkeel.hash.Sha256;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Visibility;
import io.evenkeel.postmortem.Draft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps postmortems in a folder, ready for git: {@code
 * postmortems/2026/INC-42-api-service-down.md}. A file is there whole or not at all. One that
 * people have changed since it was written is left as it is: what was last written is remembered in
 * {@code .evenkeel} beside it, which git ignores.
 */
public final class Folder {
  private static final int LONGEST_SLUG = 60;
  private static final int LONGEST_PICTURE = 100;

  private final Path root;
  private final boolean secret;

  /**
   * @param root a directory that is there
   * @param secret whether those of private incidents are kept there, too
   */
  public Folder(Path root, boolean secret) {
    this.root = root;
    this.secret = secret;
  }

  /** What became of it. */
  public sealed interface Kept {
    record Written(Path file) implements Kept {}

    /** People have changed it: nothing was written. */
    record Edited(Path file) implements Kept {}

    /** Private incidents are for who may read them, not for a folder. */
    record Private() implements Kept {}
  }

  /**
   * A postmortem made of that draft.
   *
   * @throws IOException when the folder cannot be written; the file is then as it was
   */
  public Kept keep(Draft draft, String markdown) throws IOException {
    int year = LocalDate.ofInstant(draft.declared(), ZoneOffset.UTC).getYear();
    return keep(draft.incident(), year, markdown);
  }

  /**
   * @param year of the document's date, UTC
   * @throws IOException when the folder cannot be written; the file is then as it was
   */
  Kept keep(Incident incident, int year, String markdown) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(root.toString(), null, "it is no directory");
    }
    if (incident.visibility() == Visibility.PRIVATE && !secret) {
      return new Kept.Private();
    }
    Path directory = root.resolve("postmortems").resolve(Integer.toString(year));
    Path file = directory.resolve(name(incident));
    Path memory = root.resolve(".evenkeel").resolve(incident.number() + ".sha256");
    byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
    byte[] there = read(file);
    if (there != null && !Arrays.equals(there, bytes) && !Sha256.hex(there).equals(text(memory))) {
      return new Kept.Edited(file);
    }
    WholeFile.write(
        root.resolve(".evenkeel").resolve(".gitignore"), "*\n".getBytes(StandardCharsets.UTF_8));
    WholeFile.write(file, bytes);
    WholeFile.write(memory, Sha256.hex(bytes).getBytes(StandardCharsets.UTF_8));
    return new Kept.Written(file);
  }

  /** Where the pictures of that postmortem are kept, beside it: {@code INC-42-api-service-down}. */
  public Path pictures(Draft draft) {
    int year = LocalDate.ofInstant(draft.declared(), ZoneOffset.UTC).getYear();
    return root.resolve("postmortems")
        .resolve(Integer.toString(year))
        .resolve(name(draft.incident()).replaceFirst("\\.md$", ""));
  }

  /**
   * Keeps a picture; one of that name that is there stays.
   *
   * @param name as it was uploaded: what could lead elsewhere is taken out of it
   * @throws IOException when the folder cannot be written
   */
  public static void picture(Path into, String name, byte[] bytes) throws IOException {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    String last = plain.substring(Math.max(0, plain.length() - LONGEST_PICTURE));
    Path file = into.resolve(last.isEmpty() ? "picture" : last);
    if (!Files.exists(file)) {
      WholeFile.write(file, bytes);
    }
  }

  /** ASCII alone, so that every file system and every address takes it. */
  static String name(Incident incident) {
    String slug =
        Normalizer.normalize(incident.title(), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = slug.substring(0, Math.min(LONGEST_SLUG, slug.length())).replaceAll("^-|-$", "");
    return incident.number() + (cut.isEmpty() ? "" : "-" + cut) + ".md";
  }

  private static byte @Nullable [] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  private static String text(Path file) throws IOException {
    byte[] bytes = read(file);
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
