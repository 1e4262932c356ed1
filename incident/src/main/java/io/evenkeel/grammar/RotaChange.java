package io.evenkeel.grammar;

import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody may change about who is on call. Times are UTC at microseconds. */
public sealed interface RotaChange {

  /** Somebody else is on call for a while. */
  record StandIn(
      Person who, Instant from, Instant until, @Nullable String schedule, @Nullable String layer)
      implements RotaChange {
    @Override
    public String typed(@Nullable String schedule) {
      return "oncall override "
          + People.token(who)
          + Named.behind(schedule, layer)
          + " --from "
          + from
          + " --until "
          + until;
    }
  }

  /**
   * An override does not count any more.
   *
   * @param number as the list of them shows it
   */
  record Withdraw(int number) implements RotaChange {
    @Override
    public String typed(@Nullable String schedule) {
      return "oncall withdraw " + number;
    }
  }

  /**
   * The speaker's next shift for the next one of somebody else, who is asked.
   *
   * @param from the shift that goes on then, or the next after it; null for now
   */
  record Swap(
      Person with, @Nullable Instant from, @Nullable String schedule, @Nullable String layer)
      implements RotaChange {
    @Override
    public String typed(@Nullable String schedule) {
      return "oncall swap "
          + People.token(with)
          + Named.behind(schedule, layer)
          + (from == null ? "" : " --from " + from);
    }
  }

  /** What whoever was asked to swap says. */
  record AnswerSwap(int number, boolean yes) implements RotaChange {
    @Override
    public String typed(@Nullable String schedule) {
      return "oncall " + (yes ? "accept " : "decline ") + number;
    }
  }

  /** Whoever asked to swap does not ask any more. */
  record WithdrawSwap(int number) implements RotaChange {
    @Override
    public String typed(@Nullable String schedule) {
      return "oncall withdraw swap " + number;
    }
  }

  /**
   * The same as it is typed, for a button that means exactly this.
   *
   * @param schedule which one it is about; null where nobody has said it
   */
  String typed(@Nullable String schedule);

  /** Schedule and layer behind what is said. */
  final class Named {
    private Named() {}

    private static String behind(@Nullable String schedule, @Nullable String layer) {
      return (schedule == null ? "" : " " + schedule)
          + (layer == null ? "" : " --layer " + Offer.quoted(layer));
    }
  }
}
