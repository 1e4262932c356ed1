package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;

/** What nobody needs any more by the time its turn comes: nothing is called. */
final class Passed implements Action {
  @Override
  public String method() {
    return "passed";
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) {
    return Map.of();
  }
}
