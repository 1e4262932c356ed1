package io.evenkeel.sandbox.workspace;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An uploaded file.
 *
 * @param id {@code F…}
 * @param key the secret part of its upload and download addresses
 * @param length in bytes, as announced before the upload
 * @param base64 what was uploaded; empty before that
 * @param completed whether {@code files.completeUploadExternal} was called
 * @param shares where it was posted
 */
public record FileShare(
    String id,
    String key,
    String name,
    String title,
    String mimetype,
    int length,
    String user,
    long created,
    String base64,
    boolean completed,
    List<Share> shares) {

  /** One place a file was posted to. */
  public record Share(String channel, String ts, boolean isPrivate) {}

  public FileShare {
    shares = List.copyOf(shares);
  }

  /** What was uploaded. */
  public byte[] content() {
    return Base64.getDecoder().decode(base64);
  }

  FileShare uploaded(byte[] content) {
    String text = Base64.getEncoder().encodeToString(content);
    return new FileShare(
        id, key, name, title, mimetype, length, user, created, text, completed, shares);
  }

  FileShare completed(String nextTitle) {
    return new FileShare(
        id, key, name, nextTitle, mimetype, length, user, created, base64, true, shares);
  }

  FileShare sharedAt(Share share) {
    List<Share> next = new ArrayList<>(shares);
    next.add(share);
    return new FileShare(
        id, key, name, title, mimetype, length, user, created, base64, completed, next);
  }
}
