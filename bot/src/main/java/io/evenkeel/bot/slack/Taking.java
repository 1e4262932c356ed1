package io.evenkeel.bot.slack;

import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the desk does: {@code Desk::handle}. What it returns is recorded. */
@FunctionalInterface
public interface Taking {
  /**
   * @throws io.evenkeel.persistence.NotRecorded nothing was changed
   * @throws io.evenkeel.persistence.InDoubt only the same key again can tell
   */
  Answer handle(
      InboxKey key, Utterance.Act said, Actor actor, @Nullable ChannelId place, Instant now);
}
