package io.evenkeel.grammar;

import io.evenkeel.incident.Offer;
import java.time.Instant;

/** What somebody may say of when a service is worked on. Times are UTC at microseconds. */
public sealed interface Upkeep {

  /**
   * A service will be worked on.
   *
   * @param service as it was typed
   * @param reason what is done; may be empty
   */
  record Plan(String service, Instant from, Instant until, String reason) implements Upkeep {
    @Override
    public String typed() {
      return "maintenance "
          + Offer.quoted(service)
          + " --from "
          + from
          + " --until "
          + until
          + (reason.isEmpty() ? "" : " --reason " + Offer.quoted(reason));
    }
  }

  /** It will not be, after all. */
  record Cancel(int number) implements Upkeep {
    @Override
    public String typed() {
      return "maintenance cancel " + number;
    }
  }

  /** It is over earlier than planned. */
  record End(int number) implements Upkeep {
    @Override
    public String typed() {
      return "maintenance end " + number;
    }
  }

  /** The same as it is typed, for a button that means exactly this. */
  String typed();
}
