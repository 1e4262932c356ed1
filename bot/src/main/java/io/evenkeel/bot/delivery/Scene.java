package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.News;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Task;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.Signs;
import io.evenkeel.persistence.delivery.Parked;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.delivery.SlackObjects;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.postmortem.Postmortems;
import io.evenkeel.persistence.slo.Prices;
import io.evenkeel.runbook.Use;
import io.evenkeel.slo.Cost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest state that an effect shows, read in one transaction. */
record Scene(
    Incident incident,
    Excerpt excerpt,
    Board board,
    List<ParkedEffect> parked,
    @Nullable SlackObject channelObject,
    @Nullable SlackObject card,
    @Nullable SlackObject announcement,
    @Nullable ChannelId goesOn,
    @Nullable SlackObject topic,
    Postmortem postmortem,
    List<Cost> costs,
    List<Use.Sign> signs) {

  private static final List<Purpose> PLACES =
      List.of(Purpose.CHANNEL, Purpose.CARD, Purpose.ANNOUNCEMENT, Purpose.TOPIC);

  static Map<Purpose, SlackObject> objects(Transaction tx, IncidentNumber number) {
    return new SlackObjects(tx).find(number, PLACES);
  }

  /** Only what that effect shows is read. */
  static Scene read(
      Transaction tx, IncidentNumber number, Effect effect, Map<Purpose, SlackObject> objects) {
    Excerpt excerpt = Excerpt.of(tx, number, effect);
    Incident incident =
        new Incidents(tx).find(number).orElseThrow(() -> new Missing("the incident"));
    return new Scene(
        incident,
        excerpt,
        BoardShown.by(effect, tx, number),
        excerpt.entries().isEmpty() ? new Parked(tx).of(number) : List.of(),
        objects.get(Purpose.CHANNEL),
        objects.get(Purpose.CARD),
        objects.get(Purpose.ANNOUNCEMENT),
        goesOn(tx, incident),
        objects.get(Purpose.TOPIC),
        effect instanceof Effect.Tell(_, News.OfPostmortem _)
                || effect instanceof Effect.Tell(_, News.OfReminder _)
            ? new Postmortems(tx).of(number)
            : Postmortem.NONE,
        effect instanceof Effect.RefreshCard || effect instanceof Effect.PostCard
            ? new Prices(tx).of(number)
            : List.of(),
        shows(effect) ? Signs.of(tx, number) : List.of());
  }

  /** It shows the card. */
  private static boolean shows(Effect effect) {
    return effect instanceof Effect.PostCard || effect instanceof Effect.RefreshCard;
  }

  /** The channel of the incident it was merged into. */
  private static @Nullable ChannelId goesOn(Transaction tx, Incident incident) {
    IncidentNumber into = incident.mergedInto();
    return into == null
        ? null
        : new SlackObjects(tx).find(into, Purpose.CHANNEL).map(SlackObject::channel).orElse(null);
  }

  Optional<Task> task(int number) {
    return board.tasks().stream().filter(task -> task.number() == number).findFirst();
  }

  Optional<ActionItem> action(int number) {
    return board.actions().stream().filter(action -> action.number() == number).findFirst();
  }

  Page page(int number) {
    return board.page(number).orElseThrow(() -> new Missing("page " + number));
  }

  Statement statement(int number) {
    return board.statements().stream()
        .filter(statement -> statement.number() == number)
        .findFirst()
        .orElseThrow(() -> new Missing("statement " + number));
  }

  ChannelId channel() {
    return need(channelObject, "the incident's channel").channel();
  }

  SlackObject need(@Nullable SlackObject object, String what) {
    if (object == null) {
      throw new Missing(what);
    }
    return object;
  }

  /** Something that must be there first is not. */
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;

    Missing(String what) {
      super(what + " is not there");
    }
  }
}
