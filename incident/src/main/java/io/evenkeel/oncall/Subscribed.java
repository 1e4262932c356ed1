package io.evenkeel.oncall;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A rota that is kept elsewhere as a calendar: until that was read, nobody is known to be on call.
 * {@link Schedule#planned} puts what was read in its place.
 *
 * @param url where the calendar is; whoever knows it may read the rota, so it is never shown
 */
public record Subscribed(URI url) implements Plan {

  @Override
  public Span<Turn> at(Instant now, ZoneId zone) {
    return new Span<>(null, null, Turn.NOBODY);
  }

  @Override
  public List<Turn> turns() {
    return List.of();
  }

  /** Where it is kept, without what might be secret in the address. */
  @Override
  public String toString() {
    return "Subscribed[" + url.getHost() + "]";
  }
}
