package io.evenkeel.persistence.delivery;

import java.time.Duration;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The database's clock: leases and due times know no other. */
final class DatabaseClock {
  private DatabaseClock() {}

  /** The clock on the wall, which goes on within a transaction. */
  static <T> Field<T> now(Field<T> like) {
    return DSL.field("clock_timestamp()", like.getDataType());
  }

  static <T> Field<T> in(Duration distance, Field<T> like) {
    return DSL.field(
        "clock_timestamp() + {0} * interval '1 microsecond'",
        like.getDataType(), DSL.val(distance.toNanos() / 1000));
  }

  static <T> Field<T> never(Field<T> like) {
    return DSL.field("'infinity'::timestamptz", like.getDataType());
  }

  static <T> Field<T> longAgo(Field<T> like) {
    return DSL.field("'-infinity'::timestamptz", like.getDataType());
  }

  /** How long until then, in microseconds; 0 when it is past. */
  static Field<Long> microsUntil(Field<?> at) {
    return DSL.field(
        "case when {0} <= clock_timestamp() then 0"
            + " else (extract(epoch from {0} - clock_timestamp()) * 1000000)::bigint end",
        Long.class, at);
  }

  /** How long ago that was, in microseconds; null when it never was. */
  static Field<Long> microsSince(Field<?> at) {
    return DSL.field(
        "(extract(epoch from clock_timestamp() - {0}) * 1000000)::bigint", Long.class, at);
  }

  static Duration micros(long micros) {
    return Duration.ofNanos(Math.multiplyExact(micros, 1000L));
  }
}
