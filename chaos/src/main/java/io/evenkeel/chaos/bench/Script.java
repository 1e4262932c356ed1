package io.evenkeel.chaos.bench;

import io.evenkeel.chaos.bench.StatementLog.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one kind of command: the bot's own statements, and how their parameters are
 * made anew.
 *
 * @param moves how far it moves the incident's counters
 */
record Script(List<Step> steps, Standing moves) {

  /** One round trip. */
  record Step(String sql, List<Value> values) {}

  /** What was seen of one command. */
  record Seen(List<Statement> statements, Standing before, Standing after) {}

  /**
   * @throws IllegalStateException when the same command did not send the same statements each time
   */
  static Script learn(List<Seen> all) {
    List<String> sql = sql(all.getFirst());
    for (Seen seen : all) {
      if (!sql(seen).equals(sql)) {
        throw new IllegalStateException(
            "the same command sent other statements:\n" + sql + "\n" + sql(seen));
      }
    }
    List<Standing> before = all.stream().map(Seen::before).toList();
    var steps = new ArrayList<Step>();
    for (int i = 0; i < sql.size(); i++) {
      var values = new ArrayList<Value>();
      for (int p = 0; p < all.getFirst().statements().get(i).bound().size(); p++) {
        var bound = new ArrayList<@Nullable String>();
        for (Seen seen : all) {
          bound.add(seen.statements().get(i).bound().get(p));
        }
        values.add(Value.learn(bound, before));
      }
      steps.add(new Step(sql.get(i).replaceAll("\\$\\d+", "?"), values));
    }
    Seen last = all.getLast();
    return new Script(steps, last.after().since(last.before()));
  }

  private static List<String> sql(Seen seen) {
    return seen.statements().stream().map(Statement::sql).toList();
  }
}
