package io.evenkeel.bot.delivery;

import com.slack.api.methods.SlackApiTextResponse;
import io.evenkeel.persistence.Database;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Calls to Slack that nobody waits for. They leave the burst of each limit to effects, and wait for
 * their slot in place.
 */
final class PatientCalls {
  private final Database database;
  private final DeliverySettings settings;
  private final SlackCalls slack;

  PatientCalls(Database database, DeliverySettings settings, SlackCalls slack) {
    this.database = database;
    this.settings = settings;
    this.slack = slack;
  }

  JsonNode page(String method, Map<String, String> arguments) throws SlackFault {
    return limited(method, () -> slack.raw(method, arguments));
  }

  <T extends SlackApiTextResponse> T call(
      String method, SlackCalls.Call<T> call, Set<String> expected) throws SlackFault {
    return limited(method, () -> slack.call(call, expected));
  }

  private interface Calling<T> {
    T call() throws SlackFault;
  }

  private <T> T limited(String method, Calling<T> calling) throws SlackFault {
    var gate = new Gate(settings.rates(), method, null);
    Duration patience = settings.lease();
    while (true) {
      Duration wait = database.query(gate::takePatiently);
      if (wait.isZero()) {
        break;
      }
      patience = patience.minus(wait);
      if (patience.isNegative() || Thread.currentThread().isInterrupted()) {
        throw new SlackFault(new Fault.NotDone(wait, "Slack's limit for " + method));
      }
      LockSupport.parkNanos(wait.toNanos());
    }
    try {
      return calling.call();
    } catch (SlackFault e) {
      if (e.fault() instanceof Fault.Limited(Duration retryAfter)) {
        database.query(tx -> gate.hold(tx, retryAfter));
      }
      throw e;
    }
  }
}
