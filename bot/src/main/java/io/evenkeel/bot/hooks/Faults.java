package io.evenkeel.bot.hooks;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in one body, each once and in the order in which it was found. */
final class Faults {
  /** More help nobody. */
  private static final int MOST = 8;

  private final List<String> all = new ArrayList<>();

  /**
   * @param place its way from the top of the body
   * @param wrong what stands there, and what to send instead
   */
  void add(String place, String wrong) {
    String words = Clean.line(place, 200) + " " + wrong + ".";
    if (all.size() < MOST && !all.contains(words)) {
      all.add(words);
    }
  }

  /** The first {@value #MOST}. */
  List<String> all() {
    return List.copyOf(all);
  }
}
