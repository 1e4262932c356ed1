package io.evenkeel.chaos.schedule;

import io.evenkeel.chaos.check.Ledger;
import io.evenkeel.chaos.rig.BotSettings;
import io.evenkeel.chaos.rig.Client;
import io.evenkeel.chaos.rig.Postgres;
import io.evenkeel.chaos.rig.Waiting;
import io.evenkeel.chaos.rig.Wire;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.faults.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** What a run breaks: replicas, a Postgres of their own behind a wire, and a simulated Slack. */
final class Stand implements AutoCloseable {
  /** What is done to Postgres happens one after the other. */
  private final ExecutorService hand =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  private final SlackSandbox slack;
  private final Postgres postgres;
  private final Wire wire;
  private final Client client;
  private final List<Replica> replicas = new ArrayList<>();
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger others = new AtomicInteger();

  private Stand(Options options, UnaryOperator<BotSettings> change, Ledger ledger) {
    slack =
        SlackSandbox.start(
            0, Settings.forTests(InstantSource.system()).withRateScale(options.scale()));
    postgres = Postgres.migrated();
    wire = Wire.to(postgres);
    var settings = change.apply(BotSettings.fast(wire.url(), slack.apiUrl()));
    for (int n = 0; n < options.replicas(); n++) {
      replicas.add(
          new Replica(options.scale() == 1 ? settings.withYaml("delivery: {}\n") : settings));
    }
    client =
        new Client(
            ledger,
            slack.baseUrl() + "response/",
            replicas.stream().map(Replica::address).toList());
  }

  /** Everything is up when this returns; at most a minute. */
  static Stand open(Options options, UnaryOperator<BotSettings> change, Ledger ledger) {
    var stand = new Stand(options, change, ledger);
    stand.replicas.forEach(Replica::calm);
    stand.slack.pointAt(stand.replicas.getFirst().address());
    return stand;
  }

  /** Of the database itself, past every wire. */
  String url() {
    return postgres.url();
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

  /** Speaks to one of the replicas that are up, each in turn. */
  Client client() {
    return client;
  }

  /** Begins; what takes its time goes on by itself. */
  void suffer(Mishap mishap) {
    if (!(mishap instanceof Mishap.Kill)) {
      others.incrementAndGet();
    }
    switch (mishap) {
      case Mishap.Kill(int replica) -> replicas.get(replica).kill(kills::incrementAndGet);
      case Mishap.Pause(int replica, Duration length) -> replicas.get(replica).pause(length);
      case Mishap.SlackFails(Fault fault) -> slack.faults().add(fault);
      case Mishap.Revoked(Duration length) -> revoked(length);
      case Mishap.Backends _ ->
          hand.execute(() -> {
            if (postgres.answers()) {
              postgres.terminateBackends();
            }
          });
      case Mishap.PostgresHangs(Duration length) ->
          hand.execute(() -> {
            postgres.hang();
            LockSupport.parkNanos(length.toNanos());
            postgres.resume();
          });
      case Mishap.PostgresKilled _ ->
          hand.execute(() -> {
            postgres.kill();
            Waiting.until("Postgres has recovered", Duration.ofMinutes(2), this::recovered);
          });
      case Mishap.Cut _ ->
          hand.execute(() -> {
            wire.mode(Wire.Mode.CUT);
            wire.mode(Wire.Mode.FLOW);
          });
      case Mishap.CommitLost(boolean answerOnly) -> hand.execute(() -> lose(answerOnly));
    }
  }

  /** While a process of the old server still ends, a new one gives up at once: started again. */
  private boolean recovered() {
    if (!postgres.runs()) {
      postgres.launch();
    }
    return postgres.answers();
  }

  /** Until one is lost; at most 2 s, when nobody commits. */
  private void lose(boolean answerOnly) {
    int before = wire.lost();
    wire.mode(answerOnly ? Wire.Mode.LOSE_ANSWER_TO_COMMIT : Wire.Mode.LOSE_COMMIT);
    long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (wire.lost() == before && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    wire.mode(Wire.Mode.FLOW);
  }

  private void revoked(Duration length) {
    slack.faults().add(Fault.always("*", Fault.Kind.REVOKED, 0));
    Thread.ofVirtual()
        .start(() -> {
          LockSupport.parkNanos(length.toNanos());
          slack.faults().clear();
        });
  }

  /** What the replicas have logged, kept for whoever looks for the cause of a finding. */
  void keepLogs(Path folder) {
    try {
      Files.createDirectories(folder);
      for (int n = 0; n < replicas.size(); n++) {
        Files.writeString(folder.resolve("replica-" + n + ".log"), replicas.get(n).logged());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing breaks any more, and every replica is up. */
  void calm() {
    try {
      hand.submit(() -> {}).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    slack.faults().clear();
    replicas.forEach(Replica::calm);
    slack.faults().clear();
    slack.pointAt(replicas.getFirst().address());
  }

  @Override
  public void close() {
    hand.shutdownNow();
    replicas.forEach(Replica::close);
    slack.close();
    wire.close();
    postgres.close();
  }

  /** What this query counts. */
  int number(String query) {
    return postgres.number(query);
  }
}
