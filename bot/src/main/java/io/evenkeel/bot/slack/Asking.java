package io.evenkeel.bot.slack;

import io.evenkeel.bot.view.ListView;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What listeners ask and do not change. Private incidents are left out for those who may not see
 * them. Throws {@link io.evenkeel.persistence.Unavailable} while Postgres is away.
 */
public interface Asking {
  /**
   * @param channel null until it is made
   * @param parked what could not be done in Slack, each in words
   */
  record Card(Incident incident, @Nullable ChannelId channel, List<String> parked) {}

  /** The named incident; with none named, the channel's. */
  Optional<Card> card(@Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker);

  /** The newest first. */
  List<ListView.Row> listing(Utterance.Scope scope, PersonId asker);
}
