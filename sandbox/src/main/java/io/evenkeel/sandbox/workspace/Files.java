package io.evenkeel.sandbox.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploaded files, kept with their bytes. */
public final class Files {

  private final Guard guard;
  private final Ids ids;
  private final Map<String, FileShare> byId = new LinkedHashMap<>();

  Files(Guard guard, Ids ids) {
    this.guard = guard;
    this.ids = ids;
  }

  public List<FileShare> all() {
    return guard.locked(() -> List.copyOf(byId.values()));
  }

  public Optional<FileShare> find(String id) {
    return guard.locked(() -> Optional.ofNullable(byId.get(id)));
  }

  /** By the secret part of its upload address. */
  public Optional<FileShare> byKey(String key) {
    return all().stream().filter(f -> f.key().equals(key)).findFirst();
  }

  /** Announces an upload of so many bytes. */
  public FileShare announce(String user, String name, int length, String mimetype) {
    return guard.locked(() ->
        put(
            new FileShare(
                ids.id("F0"),
                ids.letters(24),
                name,
                name,
                mimetype,
                length,
                user,
                ids.seconds(),
                "",
                false,
                List.of())));
  }

  public FileShare uploaded(FileShare file, byte[] content) {
    return guard.locked(() -> put(file.uploaded(content)));
  }

  public FileShare completed(FileShare file, String title) {
    return guard.locked(() -> put(file.completed(title)));
  }

  public FileShare shared(FileShare file, FileShare.Share share) {
    return guard.locked(() -> put(file.sharedAt(share)));
  }

  /** Takes a file away, from the messages too. */
  public void remove(FileShare file) {
    guard.locked(() -> {
      byId.remove(file.id());
      guard.tell(new Change.FileChanged(file));
      return file;
    });
  }

  private FileShare put(FileShare file) {
    byId.put(file.id(), file);
    guard.tell(new Change.FileChanged(file));
    return file;
  }

  void load(List<FileShare> files) {
    byId.clear();
    files.forEach(f -> byId.put(f.id(), f));
  }
}
