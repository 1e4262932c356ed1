package io.evenkeel.bot;

import io.evenkeel.bot.http.Part;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers since when each part works or does not. Safe for any number of threads. */
final class Since {
  private final ConcurrentMap<String, Part> last = new ConcurrentHashMap<>();

  /** The part as it stands now, since it was first seen so. */
  Part seen(String name, boolean works, String words, Instant now) {
    return last.merge(
        name,
        new Part(name, works, now, words),
        (before, seen) ->
            new Part(name, works, before.works() == works ? before.since() : now, words));
  }
}
