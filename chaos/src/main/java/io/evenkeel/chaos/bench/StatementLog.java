package io.evenkeel.chaos.bench;

import io.evenkeel.sandbox.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Postgres says it was asked, transaction by transaction: its JSON log with {@code
 * log_statement = all} (PostgreSQL's manual, "Error Reporting and Logging").
 */
final class StatementLog {
  private static final Pattern EXECUTED =
      Pattern.compile("(?:statement|execute [^:]+): (.*)", Pattern.DOTALL);
  private static final Pattern BOUND =
      Pattern.compile("\\$\\d+ = (NULL|'((?:[^']|'')*)')", Pattern.DOTALL);

  private StatementLog() {}

  /** The settings of a server that writes it. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "logging_collector", "on",
          "log_destination", "jsonlog",
          "log_directory", "log",
          "log_rotation_size", "0");

  /** One statement and what was bound to it. */
  record Statement(String sql, List<@Nullable String> bound) {}

  /** Where it is now. */
  static Path file(Connection superuser) throws SQLException {
    try (var statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                "select current_setting('data_directory'), pg_current_logfile('jsonlog')")) {
      row.next();
      return Path.of(row.getString(1), row.getString(2));
    }
  }

  /** The commands that were committed, in this order; each from its first statement to its last. */
  static List<List<Statement>> commands(Path log) throws IOException {
    return transactions(log).stream()
        .filter(all -> all.stream().anyMatch(one -> one.sql().contains("inbox")))
        .toList();
  }

  /** All transactions that were committed, in this order. */
  static List<List<Statement>> transactions(Path log) throws IOException {
    var under = new HashMap<Integer, List<Statement>>();
    var committed = new ArrayList<List<Statement>>();
    for (String line : Files.readAllLines(log)) {
      if (line.endsWith("}")) {
        take(Json.parse(line), under, committed);
      }
    }
    return committed;
  }

  private static void take(
      JsonNode line, Map<Integer, List<Statement>> under, List<List<Statement>> committed) {
    Matcher executed = EXECUTED.matcher(line.path("message").asString(""));
    if (!executed.matches()) {
      return;
    }
    int session = line.path("pid").asInt();
    String sql = executed.group(1);
    switch (sql) {
      case "BEGIN" -> under.put(session, new ArrayList<>());
      case "ROLLBACK" -> under.remove(session);
      case "COMMIT" -> {
        List<Statement> all = under.remove(session);
        if (all != null) {
          committed.add(all);
        }
      }
      default -> {
        List<Statement> all = under.get(session);
        if (all != null) {
          all.add(new Statement(sql, bound(line.path("detail").asString(""))));
        }
      }
    }
  }

  private static List<@Nullable String> bound(String detail) {
    var values = new ArrayList<@Nullable String>();
    Matcher each = BOUND.matcher(detail);
    while (each.find()) {
      String text = each.group(2);
      values.add(text == null ? null : text.replace("''", "'"));
    }
    return values;
  }
}
