package io.evenkeel.bot.read;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.oncall.AskedSwap;
import io.evenkeel.persistence.oncall.Overrides;
import io.evenkeel.persistence.oncall.StandingIn;
import io.evenkeel.persistence.oncall.Swaps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who stands in, and who waits for a yes to a swap, in words. */
final class StandInList {
  private StandInList() {}

  static Answer of(Transaction tx, List<Schedule> wanted, Instant now) {
    Prose words = Prose.of("");
    var offers = new ArrayList<Offer>();
    int count = 0;
    for (Schedule schedule : wanted) {
      for (StandingIn one : new Overrides(tx).of(schedule.name(), now)) {
        words =
            words
                .text((count++ == 0 ? "" : "\n") + "• #" + one.number() + " ")
                .mention(one.who())
                .text(" stands in for ")
                .strong(schedule.name().value())
                .text(", " + one.layer() + " from ")
                .when(one.from())
                .text(" until ")
                .when(one.until())
                .text(
                    one.swap() == null ? ", said " : ", by swap #" + one.swap() + ", agreed to by ")
                .mention(one.givenBy());
        offers.add(Offer.plain("Withdraw #" + one.number(), "oncall withdraw " + one.number()));
      }
      for (AskedSwap one : new Swaps(tx).open(schedule.name(), now)) {
        words =
            words
                .text((count++ == 0 ? "" : "\n") + "• Swap #" + one.number() + ": ")
                .mention(one.asker())
                .text(" waits for ")
                .mention(one.asked())
                .text(" to take ")
                .strong(schedule.name().value())
                .text(", " + one.given().layer() + " from ")
                .when(one.given().from())
                .text(" until ")
                .when(one.given().until());
      }
    }
    if (count == 0) {
      return Answer.unchanged(
          Prose.of("Nobody stands in now or later: the schedule counts as it is written. To let")
              .text(" somebody: ")
              .code("/incident oncall override @name 2h")
              .text("; to swap shifts: ")
              .code("/incident oncall swap @name")
              .text("."));
    }
    return Answer.unchanged(words, offers.stream().limit(20).toArray(Offer[]::new));
  }
}
