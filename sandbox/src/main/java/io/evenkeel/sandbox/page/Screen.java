package io.evenkeel.sandbox.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one person sees at one moment.
 *
 * @param base this channel's address without a query
 * @param readUpTo the newest message to mark as read, empty if all is read
 * @param listOnly at phone width the channel list stands in front
 * @param home the app's Home tab, if it is open instead of the messages
 */
record Screen(
    AppMenu menu,
    Who me,
    List<Who> people,
    Who app,
    List<Section> sections,
    Head head,
    List<Post> posts,
    Composer composer,
    @Nullable Panel thread,
    @Nullable Modal modal,
    String base,
    String liveAddress,
    String readUpTo,
    boolean listOnly,
    @Nullable Home home) {

  /** The thread on the right. */
  record Panel(String ts, int count, List<Post> posts, Composer composer) {}

  private static final List<String> PALETTE =
      List.of(
          "+1",
          "eyes",
          "white_check_mark",
          "raised_hands",
          "pray",
          "tada",
          "fire",
          "rocket",
          "heart",
          "joy",
          "thinking_face",
          "warning",
          "rotating_light",
          "bulb",
          "100",
          "wave",
          "pushpin");

  /** What tells one place from another: person, channel, thread. */
  public String place() {
    return me.handle()
        + "/"
        + head.id()
        + "/"
        + (thread == null ? "" : thread.ts())
        + (listOnly ? "/list" : "")
        + (home == null ? "" : "/home");
  }

  public String title() {
    return head.label() + " \u00b7 " + menu.team();
  }

  public List<AppMenu.Shortcut> shortcuts() {
    return menu.shortcuts().stream().filter(shortcut -> !shortcut.onMessage()).toList();
  }

  public List<AppMenu.Shortcut> messageShortcuts() {
    return menu.shortcuts().stream().filter(AppMenu.Shortcut::onMessage).toList();
  }

  public List<String> palette() {
    return PALETTE;
  }
}
