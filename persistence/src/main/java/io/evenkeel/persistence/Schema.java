package io.evenkeel.persistence;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the database says about itself. */
final class Schema {
  private Schema() {}

  /** The migration is applied. A database without any of our tables has none. */
  static boolean applied(Transaction tx, int version) {
    DSLContext sql = on(tx);
    var history = table(name("flyway_schema_history"));
    return sql.fetchExists(
            DSL.selectOne()
                .from("pg_catalog.pg_class")
                .where("oid = to_regclass('flyway_schema_history')"))
        && sql.fetchExists(
            DSL.selectOne()
                .from(history)
                .where(field(name("version"), String.class).eq("%03d".formatted(version)))
                .and(field(name("success"), Boolean.class).isTrue()));
  }

  /** Some connection to this database has that name. */
  static boolean connected(Transaction tx, String name) {
    return on(tx)
        .fetchExists(
            DSL.selectOne()
                .from("pg_catalog.pg_stat_activity")
                .where("datname = current_database()")
                .and(field(name("application_name"), String.class).eq(name)));
  }

  private static DSLContext on(Transaction tx) {
    return tx.unwrap(DSLContext.class);
  }
}
