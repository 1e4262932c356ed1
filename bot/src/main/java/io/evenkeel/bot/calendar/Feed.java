package io.evenkeel.bot.calendar;

import io.evenkeel.oncall.Listed;
import java.util.List;

/** What became of a calendar's text. */
public sealed interface Feed {

  /**
   * It could be read.
   *
   * @param shifts in the order of their beginnings; none where the calendar has none at that time
   * @param left what was left out, in words, each kind once
   */
  record Shifts(List<Listed.Entry> shifts, List<String> left) implements Feed {
    public Shifts {
      shifts = List.copyOf(shifts);
      left = List.copyOf(left);
    }
  }

  /**
   * It is not used at all: what was read before stays in force.
   *
   * @param why what is wrong and what to do about it, as a sentence
   */
  record Broken(String why) implements Feed {}
}
