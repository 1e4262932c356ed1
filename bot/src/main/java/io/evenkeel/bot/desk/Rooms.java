package io.evenkeel.bot.desk;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import java.util.List;
import java.util.Optional;

/**
 * Which incidents have a channel to write to. One of the past may have none, and that of one that
 * is over may be archived: nothing is sent to it, and what cannot be had without a channel is
 * refused.
 */
final class Rooms {
  private static final String NEVER = "never";

  private Rooms() {}

  /** The effects that there is a place for. A channel that is adopted is the incident's at once. */
  static List<Effect> possible(Transaction tx, Incident incident, List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.CreateChannel create && create.existing() != null) {
        new SlackObjects(tx)
            .record(incident.number(), Purpose.CHANNEL, SlackObject.channel(create.existing()));
        // It was somebody's before and is afterwards: it is never archived with the incident.
        new SlackObjects(tx)
            .record(incident.number(), Purpose.ARCHIVED, new SlackObject(create.existing(), NEVER));
        return effects;
      }
    }
    if (roomless(tx, incident)) {
      return effects.stream().filter(effect -> effect.place() == Effect.Place.DIRECT).toList();
    }
    boolean archives = effects.stream().anyMatch(Effect.ArchiveChannel.class::isInstance);
    boolean unarchives = effects.stream().anyMatch(Effect.UnarchiveChannel.class::isInstance);
    if ((incident.open() || incident.status() == Status.RESOLVED) && !unarchives) {
      return effects;
    }
    boolean archived = archived(tx, incident);
    if (unarchives) {
      return effects.stream()
          .filter(effect -> archived || !(effect instanceof Effect.UnarchiveChannel))
          .toList();
    }
    if (archives && !archived) {
      asked(tx, incident);
      return effects;
    }
    return archived
        ? effects.stream().filter(effect -> effect.place() != Effect.Place.CHANNEL).toList()
        : effects;
  }

  /** Its channel was there before it, and is never archived with it. */
  static boolean adopted(Transaction tx, Incident incident) {
    return new SlackObjects(tx)
        .find(incident.number(), Purpose.ARCHIVED)
        .filter(object -> object.id().equals(NEVER))
        .isPresent();
  }

  /** It is archived, or that is on its way. */
  private static boolean archived(Transaction tx, Incident incident) {
    return new SlackObjects(tx)
        .find(incident.number(), Purpose.ARCHIVED)
        .filter(object -> object.id().equals("yes") || object.id().equals("asked"))
        .isPresent();
  }

  private static void asked(Transaction tx, Incident incident) {
    var objects = new SlackObjects(tx);
    objects
        .find(incident.number(), Purpose.CHANNEL)
        .ifPresent(room ->
            objects.record(
                incident.number(), Purpose.ARCHIVED, new SlackObject(room.channel(), "asked")));
  }

  /** Why a command cannot be followed; empty when it can. */
  static Optional<Answer> refused(Transaction tx, Incident incident, Command.OnIncident command) {
    return command instanceof Command.SharePostmortem
            && (roomless(tx, incident) || (!incident.open() && archived(tx, incident)))
        ? Optional.of(
            new Answer(
                incident.number(),
                false,
                Prose.of("")
                    .strong(incident.label())
                    .text(
                        " has no open channel to put its postmortem draft into. It is written by ")
                    .code("evenkeel export " + incident.number())
                    .text("."),
                List.of()))
        : Optional.empty();
  }

  private static boolean roomless(Transaction tx, Incident incident) {
    return incident.mode() == Mode.BACKFILL
        && new SlackObjects(tx).find(incident.number(), Purpose.CHANNEL).isEmpty();
  }
}
