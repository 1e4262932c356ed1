package io.evenkeel.bot.delivery;

import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.delivery.Sweep;
import io.evenkeel.persistence.delivery.Sweeps;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away copies: where a post was sent again, or was recorded too late, an abandoned request
 * may still have landed. The copy that is recorded stays, every other one of the same effect is
 * deleted and written to the audit. Passes begin when Slack's history has settled and end four
 * times as long after the last doubt, so that a late copy is gone within twice that time.
 */
final class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final Database database;
  private final DeliverySettings settings;
  private final PatientCalls slack;
  private final Halt halt;
  private final Tally tally;
  private final Duration enough;

  Sweeper(Database database, DeliverySettings settings, SlackCalls slack, Halt halt, Tally tally) {
    this.database = database;
    this.settings = settings;
    this.slack = new PatientCalls(database, settings, slack);
    this.halt = halt;
    this.tally = tally;
    enough = settings.settle().multipliedBy(4);
  }

  /**
   * Makes the passes that are due.
   *
   * @param goOn false ends it after the current pass
   * @return how many copies were deleted
   * @throws Unavailable when Postgres is: the pass is made again later
   */
  int sweep(BooleanSupplier goOn) {
    int deleted = 0;
    while (goOn.getAsBoolean()) {
      var due =
          database.query(
              tx -> new Sweeps(tx).take(settings.lease().multipliedBy(2), enough.multipliedBy(2)));
      if (due.isEmpty()) {
        return deleted;
      }
      int copies = pass(due.get());
      tally.sweptStream(copies);
      deleted += copies;
    }
    return deleted;
  }

  private int pass(Sweep sweep) {
    int deleted = 0;
    try {
      for (Copies.Copy copy : Copies.of(sweep, slack::page)) {
        delete(sweep, copy);
        deleted++;
      }
      passed(sweep);
    } catch (SlackFault e) {
      failed(sweep, e.fault());
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not be looked through for copies, by our own fault", sweep.stream(), e);
      passed(sweep);
    }
    return deleted;
  }

  /** Written down first: a crash in between leaves a line too many, never one too few. */
  private void delete(Sweep sweep, Copies.Copy copy) throws SlackFault {
    var entry =
        new AuditEntry(
            "evenkeel",
            "delete-copy",
            copy.channel().value() + "/" + copy.ts(),
            "A second copy of %s #%d (%s). %s stays."
                .formatted(
                    sweep.stream(), copy.of().seq(), copy.of().kind(), copy.of().kept().id()));
    database.query(tx -> {
      new Audit(tx).once(entry);
      return true;
    });
    LOG.warn("{} {}", entry.subject(), entry.detail());
    slack.call(
        "chat.delete",
        methods -> methods.chatDelete(r -> r.channel(copy.channel().value()).ts(copy.ts())),
        Set.of("message_not_found"));
  }

  private void passed(Sweep sweep) {
    Duration next = settings.settle().multipliedBy(2).dividedBy(3);
    database.query(tx -> {
      new Sweeps(tx).passed(sweep.stream(), next, enough);
      return true;
    });
  }

  private void failed(Sweep sweep, Fault fault) {
    LOG.warn("{} could not be looked through for copies: {}", sweep.stream(), fault);
    Duration again =
        switch (fault) {
          case Fault.Limited(Duration retryAfter) -> retryAfter;
          case Fault.Halted(String error) -> {
            halt.because(error);
            yield settings.settle();
          }
          case Fault.NotDone _, Fault.Unknown _, Fault.Lost _, Fault.Refused _, Fault.Rejected _ ->
              settings.settle().dividedBy(3);
        };
    if (fault instanceof Fault.Refused) {
      passed(sweep);
      return;
    }
    database.query(tx -> {
      new Sweeps(tx).failed(sweep.stream(), again);
      return true;
    });
  }
}
