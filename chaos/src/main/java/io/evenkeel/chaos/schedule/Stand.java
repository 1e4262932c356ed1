package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.faults.Fault;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What a run breaks: replicas, a Postgres of their own, and a simulated Slack. */
final class Stand implements AutoCloseable {
  private final SlackSandbox slack;
  private final Server server;
  private final People people;
  private final List<Replica> replicas = new ArrayList<>();
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger others = new AtomicInteger();

  private Stand(Options options, Ledger ledger) {
    slack =
        SlackSandbox.start(
            0, Settings.forTests(InstantSource.system()).withRateScale(options.scale()));
    server = new Server();
    for (int n = 0; n < options.replicas(); n++) {
      replicas.add(new Replica(n, server.url(), slack.apiUrl(), options.scale()));
    }
    people = new People(replicas, slack, ledger);
  }

  /** Everything is up when this returns; at most a minute. */
  static Stand open(Options options, Ledger ledger) {
    var stand = new Stand(options, ledger);
    stand.replicas.forEach(Replica::awaitReady);
    stand.slack.pointAt(stand.replicas.getFirst().address());
    return stand;
  }

  String url() {
    return server.url();
  }

  SlackSandbox slack() {
    return slack;
  }

  AtomicInteger kills() {
    return kills;
  }

  /** How much else went wrong. */
  AtomicInteger others() {
    return others;
  }

  /** Types it to one of the replicas that are up. */
  Ledger.Sent send(String trigger, String user, String text) {
    return people.send(trigger, user, text);
  }

  /** Begins; what takes its time goes on by itself. */
  void suffer(Mishap mishap) {
    (mishap instanceof Mishap.Kill ? kills : others).incrementAndGet();
    switch (mishap) {
      case Mishap.Kill(int replica) -> replicas.get(replica).kill();
      case Mishap.Pause(int replica, Duration length) -> replicas.get(replica).pause(length);
      case Mishap.SlackFails(Fault fault) -> slack.faults().add(fault);
      case Mishap.Revoked(Duration length) -> revoked(length);
      case Mishap.Backends _ -> server.terminateBackends();
      case Mishap.PostgresHangs(Duration length) -> server.hang(length);
      case Mishap.PostgresKilled _ -> server.kill();
      case Mishap.Cut _ -> server.cut();
      case Mishap.CommitLost(boolean answerOnly) -> server.loseCommit(answerOnly);
    }
  }

  private void revoked(Duration length) {
    slack.faults().add(Fault.always("*", Fault.Kind.REVOKED, 0));
    Thread.ofVirtual()
        .start(() -> {
          LockSupport.parkNanos(length.toNanos());
          slack.faults().clear();
        });
  }

  /** Nothing breaks any more, and every replica is up. */
  void calm() {
    server.calm();
    slack.faults().clear();
    replicas.forEach(Replica::calm);
    slack.faults().clear();
  }

  /** What this query counts; -1 while Postgres is away. */
  int number(String query) {
    try (var connection = DriverManager.getConnection(server.url());
        var sql = connection.createStatement();
        var rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      return -1;
    }
  }

  @Override
  public void close() {
    replicas.forEach(Replica::close);
    slack.close();
    server.close();
  }
}
