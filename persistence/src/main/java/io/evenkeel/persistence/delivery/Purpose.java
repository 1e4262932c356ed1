package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Effect;
import java.util.Optional;

/** What a thing in Slack is to an incident. Stored as its word: a purpose is never renamed. */
public record Purpose(String word) {
  public static final Purpose CHANNEL = new Purpose("channel");
  public static final Purpose CARD = new Purpose("card");
  public static final Purpose ANNOUNCEMENT = new Purpose("announcement");

  /**
   * Whether the incident's channel is archived: the id says {@code yes}, {@code asked}, {@code no},
   * or {@code never} of a channel that was adopted.
   */
  public static final Purpose ARCHIVED = new Purpose("archived");

  /** Our part of the channel's topic, word for word, in the place of an id. */
  public static final Purpose TOPIC = new Purpose("topic");

  public static final Purpose POSTMORTEM = new Purpose("postmortem");

  private static final String ALERTS = "alerts:";

  /** The card that asks what is to become of alerts. */
  public static Purpose ofAlerts(int group) {
    return new Purpose(ALERTS + group);
  }

  /** Whose card it is; empty for anything else. */
  Optional<Integer> alerts() {
    return word.startsWith(ALERTS)
        ? Optional.of(Integer.parseInt(word.substring(ALERTS.length())))
        : Optional.empty();
  }

  /** What an effect of that kind and key makes. */
  static Purpose of(String kind, String key) {
    if (kind.equals(Effect.Kind.POST_CARD.word())) {
      return CARD;
    }
    return kind.equals(Effect.Kind.ANNOUNCE.word()) ? ANNOUNCEMENT : post(key);
  }

  /** The one message of the effect with that key. */
  public static Purpose post(String key) {
    return new Purpose("post:" + key);
  }
}
