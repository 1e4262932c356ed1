package io.evenkeel.persistence.incident;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.evenkeel.incident.EntryKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a timeline, format 1, as the migration that made the table describes it. It never
 * changes: timelines out there were hashed with it.
 */
final class Chain {
  /** What comes before the first entry. */
  static final byte[] START = {};

  private static final byte[] FORMAT = "evenkeel-timeline-1".getBytes(US_ASCII);
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

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
      var out = new ByteArrayOutputStream(256);
      write(out, Integer.toString(incident));
      write(out, Integer.toString(seq));
      write(out, MICROS.format(occurredAt));
      write(out, MICROS.format(recordedAt));
      write(out, kind.word());
      write(out, actor.actor());
      write(out, actor.name());
      write(out, source);
      write(out, supersedes == null ? null : supersedes.toString());
      return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, @Nullable String field) {
      if (field == null) {
        out.writeBytes(length(-1));
        return;
      }
      byte[] bytes = field.getBytes(UTF_8);
      out.writeBytes(length(bytes.length));
      out.writeBytes(bytes);
    }

    private static byte[] length(int value) {
      return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
  }

  static byte[] textHash(byte[] salt, String text) {
    return sha256(salt, text.getBytes(UTF_8));
  }

  static byte[] hash(byte[] previous, Fields fields, byte[] textHash) {
    return sha256(FORMAT, previous, fields.bytes(), textHash);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
