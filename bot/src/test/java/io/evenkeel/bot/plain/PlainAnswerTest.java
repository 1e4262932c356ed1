package io.evenkeel.bot.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.grammar.Directory;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlainAnswerTest {
  @Test
  void whoACommandNamesIsNamedAsPeopleTypeThem() {
    Answer answer =
        Answer.unchanged(
            Prose.of("Nobody is left to ask."),
            Offer.plain("Everybody again", "page <@U0BOB> --incident-id INC-1"),
            Offer.plain("Somebody else", "page <@U0GONE>"));

    assertThat(PlainAnswer.named(PlainAnswer.of(answer), new OnlyBob()))
        .contains("- Everybody again: page @bob --incident-id INC-1", "page <@U0GONE>");
  }

  private static final class OnlyBob implements Directory {
    private static final Person BOB = new Person(new PersonId("U0BOB"), "bob");

    @Override
    public Optional<Person> byId(PersonId id) {
      return Optional.of(BOB).filter(bob -> bob.id().equals(id));
    }

    @Override
    public List<Person> named(String name) {
      return List.of();
    }

    @Override
    public List<Person> everybody() {
      return List.of(BOB);
    }

    @Override
    public Optional<ChannelId> channel(String name) {
      return Optional.empty();
    }
  }
}
