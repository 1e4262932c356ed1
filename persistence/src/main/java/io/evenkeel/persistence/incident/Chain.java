package io.evenkeel.persistence.incident;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.evenkeel.hash.Sha256;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.persistence.ChainFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a timeline, format 1, as the migration that made the table describes it. It never
 * changes: timelines out there were hashed with it.
 */
final class Chain {
  /** What comes before the first entry. */
  static final byte[] START = {};

  private static final byte[] FORMAT = "evenkeel-timeline-1".getBytes(US_ASCII);

  private Chain() {}

  /** The fields that an entry's hash covers besides its text. */
  record Fields(
      int incident,
      int seq,
      Instant occurredAt,
      Instant recordedAt,
      EntryKind kind,
      ActorText actor,
      @Nullable String source,
      @Nullable Integer supersedes) {

    byte[] bytes() {
      return new ChainFields()
          .add(incident)
          .add(seq)
          .add(occurredAt)
          .add(recordedAt)
          .add(kind.word())
          .add(actor.actor())
          .add(actor.name())
          .add(source)
          .add(supersedes == null ? null : supersedes.toString())
          .bytes();
    }
  }

  static byte[] textHash(byte[] salt, String text) {
    return Sha256.of(salt, text.getBytes(UTF_8));
  }

  static byte[] hash(byte[] previous, Fields fields, byte[] textHash) {
    return Sha256.of(FORMAT, previous, fields.bytes(), textHash);
  }
}
