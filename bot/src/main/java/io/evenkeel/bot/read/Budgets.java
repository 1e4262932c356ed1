package io.evenkeel.bot.read;

import io.evenkeel.grammar.Nearest;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Answer;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.slo.Readings;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import io.evenkeel.slo.BurnDown;
import io.evenkeel.slo.Freeze;
import io.evenkeel.slo.Objective;
import io.evenkeel.slo.Objectives;
import io.evenkeel.slo.Stand;
import io.evenkeel.slo.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How error budgets stand, as they were measured last: nobody waits for a Prometheus here. */
public final class Budgets {
  private final Database database;
  private final Catalogue services;
  private final Objectives objectives;
  private final @Nullable String page;

  /**
   * @param page the address of the page with all of them; null where none is served
   */
  public Budgets(
      Database database, Catalogue services, Objectives objectives, @Nullable String page) {
    this.database = database;
    this.services = services;
    this.objectives = objectives;
    this.page = page;
  }

  /** Where nothing is promised. */
  public static Budgets none(Database database) {
    return new Budgets(database, Catalogue.NONE, Objectives.NONE, null);
  }

  /**
   * One objective.
   *
   * @param window in which it is kept now
   * @param past what was left in it, in the order of time
   */
  public record Shown(Stand stand, Window.Span window, List<BurnDown.Point> past) {}

  /** Those of one service. */
  public sealed interface Of {
    record Known(String service, List<Shown> shown, Freeze freeze) implements Of {}

    /**
     * @param near names that may have been meant
     */
    record Unknown(String typed, List<String> near) implements Of {}
  }

  /**
   * All of them, by service and name.
   *
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away
   */
  public List<Shown> all(Instant now) {
    return database.query(Database.COMMAND_LIMIT, tx -> shown(tx, objectives.all(), now));
  }

  /**
   * Those of a service, by its name or alias.
   *
   * @throws io.evenkeel.persistence.Unavailable while Postgres is away
   */
  public Of of(String typed, Instant now) {
    Optional<String> name = named(typed);
    if (name.isEmpty()) {
      return new Of.Unknown(typed, Nearest.of(typed, names()));
    }
    List<Shown> shown =
        database.query(Database.COMMAND_LIMIT, tx -> shown(tx, objectives.of(name.get()), now));
    return new Of.Known(
        name.get(),
        shown,
        Freeze.of(
            shown.stream().map(one -> new Freeze.Kept(one.stand(), one.past())).toList(), now));
  }

  private Optional<String> named(String typed) {
    return services
        .find(typed)
        .map(Service::name)
        .or(() -> objectives.of(typed).stream().findFirst().map(Objective::service));
  }

  private List<String> names() {
    return Stream.concat(
            services.all().stream().map(Service::name),
            objectives.all().stream().map(Objective::service))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Shown> shown(Transaction tx, List<Objective> objectives, Instant now) {
    var readings = new Readings(tx);
    return readings.of(objectives).stream()
        .map(stand -> {
          Window.Span window = stand.objective().window().at(now);
          return new Shown(stand, window, readings.past(stand.objective(), window.start()));
        })
        .toList();
  }

  /** In words, for whoever asks by a command. */
  public Answer answer(Utterance.Asked.Budget asked, Instant now) {
    String service = asked.service();
    return service == null
        ? BudgetText.all(all(now), page, now)
        : switch (of(service, now)) {
          case Of.Known known -> BudgetText.of(known, page, now);
          case Of.Unknown(String typed, List<String> near) -> BudgetText.unknown(typed, near);
        };
  }
}
