package io.evenkeel.bot.calendar;

/** What came from a calendar's address. */
public sealed interface Fetched {

  record Text(String text) implements Fetched {}

  /**
   * Nothing that can be used.
   *
   * @param why what is wrong and what to do about it, as sentences; without the address, which may
   *     be secret
   */
  record Failed(String why) implements Fetched {}
}
