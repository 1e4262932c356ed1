package io.evenkeel.bot.slack;

import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.view.ListView;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions answered from Postgres. */
public record StoredAnswers(Questions questions) implements Asking {

  @Override
  public Optional<Card> card(
      @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    return questions
        .card(target, place, asker)
        .map(card ->
            new Card(
                card.room().incident(),
                card.room().channel(),
                card.parked().stream()
                    .map(parked -> parked.kind().replace('-', ' ') + ": " + parked.reason())
                    .toList()));
  }

  @Override
  public List<ListView.Row> listing(Utterance.Scope scope, PersonId asker) {
    return questions.listing(scope, asker).stream()
        .map(room -> new ListView.Row(room.incident(), room.channel()))
        .toList();
  }
}
