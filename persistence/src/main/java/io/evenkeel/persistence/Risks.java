package io.evenkeel.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** What in the server's settings lets an acknowledged command be lost. */
final class Risks {
  private static final String CRASH = ": a crash of its machine loses what was acknowledged";

  /** Settings with the values that are risky, and what they risk. */
  private static final Map<String, Map<String, String>> RISKY =
      Map.of(
          "fsync", Map.of("off", CRASH),
          "full_page_writes", Map.of("off", CRASH),
          "synchronous_commit",
              Map.of(
                  "off",
                  CRASH,
                  "local",
                  ": a standby that takes over may lack what was acknowledged"));

  private Risks() {}

  static List<String> of(Transaction tx, boolean severalHosts) {
    DSLContext sql = tx.unwrap(DSLContext.class);
    var found = new ArrayList<String>();
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      String value = value(sql, setting);
      String risk = RISKY.getOrDefault(setting, Map.of()).get(value);
      if (risk != null) {
        found.add(setting + " is " + value + risk);
      }
    }
    if (severalHosts && value(sql, "synchronous_standby_names").isBlank()) {
      found.add(
          "synchronous_standby_names is empty though DATABASE_URL names several hosts: a standby"
              + " that takes over may lack what was acknowledged last");
    }
    return found;
  }

  private static String value(DSLContext sql, String setting) {
    String value = sql.fetchSingle("select current_setting(?)", setting).get(0, String.class);
    return value == null ? "" : value;
  }
}
