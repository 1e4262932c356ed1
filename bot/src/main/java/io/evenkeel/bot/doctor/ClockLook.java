package io.evenkeel.bot.doctor;

import io.evenkeel.bot.socket.BareApi;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** How far this machine's clock is off Slack's, by what Slack says in its answers. */
record ClockLook(InstantSource clock) {
  /** Slack refuses nothing for it, but a signature more than five minutes off is refused by us. */
  private static final Duration CLOCK_WARNS = Duration.ofSeconds(30);

  private static final Duration CLOCK_FAILS = Duration.ofMinutes(5);

  /** Nothing where Slack does not say what time it is. */
  List<Finding> at(BareApi.Answered told) {
    return told.headers().firstValue("Date").stream()
        .flatMap(date -> {
          try {
            var theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Stream.of(Duration.between(theirs.toInstant(), clock.instant()).abs());
          } catch (DateTimeException _) {
            return Stream.of();
          }
        })
        .map(ClockLook::off)
        .toList();
  }

  private static Finding off(Duration off) {
    String said = "this machine's is " + off.toSeconds() + " s off Slack's";
    String mend = "Have this machine follow a time server";
    if (off.compareTo(CLOCK_FAILS) > 0) {
      return Finding.fail("clock", said + ": every request of Slack is refused as too old", mend);
    }
    return off.compareTo(CLOCK_WARNS) > 0
        ? Finding.warn("clock", said, mend)
        : Finding.ok("clock", said);
  }
}
