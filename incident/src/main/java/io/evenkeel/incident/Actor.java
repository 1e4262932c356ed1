package io.evenkeel.incident;

/** Who said or did something: a person, a person through a token, or Evenkeel itself. */
public sealed interface Actor {

  /** A person in Slack. */
  record Human(Person person) implements Actor {
    @Override
    public String name() {
      return person.name();
    }
  }

  /** A person for whom an API token acted: recorded as "via token ci for alice". */
  record Via(String token, Person person) implements Actor {
    @Override
    public String name() {
      return "via token " + token + " for " + person.name();
    }
  }

  /** The bot, of its own accord. */
  record Evenkeel() implements Actor {
    @Override
    public String name() {
      return "evenkeel";
    }
  }

  /** The name a reader of the timeline sees. */
  String name();
}
