package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Bookmark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above the messages: name, topic, members, pins, bookmarks. */
record Head(
    String id,
    String name,
    String label,
    String topic,
    String beginning,
    boolean isPrivate,
    boolean isIm,
    @Nullable Who person,
    List<Who> members,
    List<PinnedPost> pins,
    List<Bookmark> bookmarks) {

  private static final int FACES = 3;

  /** A line of the list of pins. */
  record PinnedPost(String ts, String author, String by, String excerpt) {}

  public List<Who> faces() {
    return members.subList(0, Math.min(FACES, members.size()));
  }

  public String version() {
    return Integer.toHexString(hashCode());
  }
}
