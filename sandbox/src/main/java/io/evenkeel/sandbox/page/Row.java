package io.evenkeel.sandbox.page;

import org.jspecify.annotations.Nullable;

/**
 * A line in the sidebar.
 *
 * @param name the channel's name, or the other person's handle in a direct message
 * @param count unread mentions, or all unread messages of a direct message
 * @param person the other one in a direct message
 */
record Row(
    String id,
    String name,
    String label,
    String href,
    boolean isPrivate,
    boolean isArchived,
    boolean joined,
    boolean current,
    boolean unread,
    int count,
    @Nullable Who person) {

  public String version() {
    return Integer.toHexString(hashCode());
  }
}
