package io.evenkeel.bot.slack;

import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code Desk::handle}, apart from it so that a test can let it fail in every way. */
@FunctionalInterface
public interface Taking {
  /**
   * @throws io.evenkeel.persistence.NotRecorded nothing was changed
   * @throws io.evenkeel.persistence.InDoubt only the same key again can tell
   */
  Answer handle(
      InboxKey key, Utterance.Act said, Actor actor, @Nullable ChannelId place, Instant now);
}
