package io.evenkeel.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Shifts that somebody else plans, such as a calendar kept elsewhere. */
public final class Listed implements Plan {

  /**
   * @param until after {@code from}
   */
  public record Entry(Participant who, Instant from, Instant until) {
    public Entry {
      if (!until.isAfter(from)) {
        throw new IllegalArgumentException("A shift ends after it begins");
      }
    }
  }

  private final List<Entry> entries;
  private final Spans<Entry> spans;

  /**
   * @param entries in any order; where two are at once, the one that begins later counts, and of
   *     two that begin together the one that is listed later
   */
  public Listed(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    spans =
        Spans.of(
            this.entries.stream().sorted(Comparator.comparing(Entry::from)).toList(),
            Entry::from,
            Entry::until);
  }

  public List<Entry> entries() {
    return entries;
  }

  @Override
  public List<Turn> turns() {
    return entries.stream().map(entry -> new Turn(entry.who())).toList();
  }

  @Override
  public Span<Turn> at(Instant now, ZoneId zone) {
    Span<Entry> span = spans.at(now);
    Entry entry = span.what();
    return new Span<>(
        span.since(), span.until(), entry == null ? Turn.NOBODY : new Turn(entry.who()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Listed listed && entries.equals(listed.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entries);
  }

  @Override
  public String toString() {
    return "Listed" + entries;
  }
}
