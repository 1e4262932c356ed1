package io.evenkeel.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a hash in a chain covers, in format 1 as the first migration describes it: each
 * as its length in bytes and its bytes. It never changes: chains out there were hashed with it.
 */
public final class ChainFields {
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  /** An absent field differs from an empty one. */
  public ChainFields add(@Nullable String field) {
    if (field == null) {
      out.writeBytes(length(-1));
      return this;
    }
    byte[] bytes = field.getBytes(UTF_8);
    out.writeBytes(length(bytes.length));
    out.writeBytes(bytes);
    return this;
  }

  public ChainFields add(long number) {
    return add(Long.toString(number));
  }

  /** UTC, to the microsecond. */
  public ChainFields add(Instant time) {
    return add(MICROS.format(time));
  }

  public byte[] bytes() {
    return out.toByteArray();
  }

  private static byte[] length(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }
}
