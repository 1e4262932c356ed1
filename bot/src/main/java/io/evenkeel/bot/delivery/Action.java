package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One effect with everything that it needs, ready to be performed. */
interface Action {

  /** The method that is called first: its share of Slack's limit is taken beforehand. */
  String method();

  /** All methods that it surely calls: it begins when there is a share for each of them. */
  default List<String> methods() {
    return List.of(method());
  }

  /** Where it posts to, as the limit for posts counts it; null for what is no post. */
  default @Nullable String place() {
    return null;
  }

  /**
   * Does it.
   *
   * @return what it made, to be remembered
   */
  Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault;

  /**
   * Doing it again does no harm, because Slack or the action itself recognises a repeat. Otherwise
   * it is looked for first when it may have happened.
   */
  default boolean repeats() {
    return true;
  }

  /** Where to look for it; empty when it surely did not happen. Asked of what does not repeat. */
  default Optional<Sought> sought(Attempt attempt) throws SlackFault {
    return Optional.empty();
  }

  /** True for an edit that writes the whole newest state: a late old one could undo it. */
  default boolean edits() {
    return false;
  }

  /**
   * A message to be looked for.
   *
   * @param thread null for the channel itself
   * @param file the file it shares; null when it is recognised by its key
   */
  record Sought(
      ChannelId channel, @Nullable String thread, @Nullable String file, Purpose purpose) {}
}
