package io.evenkeel.chaos.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Commands at a fixed rate, whether or not the bot keeps up. Each is measured from when it was to
 * be sent: one that waits behind a slow one is as late for its person as the slow one is.
 */
final class OpenLoop {
  /** Enough that a command waits for a connection only when the bot is far behind. */
  private static final int CONNECTIONS = 64;

  private final int port;
  private final List<Room> rooms;

  OpenLoop(int port, List<Room> rooms) {
    this.port = port;
    this.rooms = rooms;
  }

  /** How it went. */
  record Result(Quantiles acknowledged, int failed) {}

  Result run(int perSecond, Duration length) throws InterruptedException {
    int total = Math.toIntExact(perSecond * length.toSeconds());
    long between = Duration.ofSeconds(1).toNanos() / perSecond;
    long begin = System.nanoTime() + Duration.ofMillis(200).toNanos();
    var took = new AtomicLongArray(total);
    var next = new AtomicInteger();
    var failed = new AtomicInteger();
    var over = new CountDownLatch(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            try (var door = new Door(port)) {
              for (int mine = next.getAndIncrement(); mine < total; mine = next.getAndIncrement()) {
                long intended = begin + mine * between;
                byte[] request = typed().request(InstantSource.system().instant());
                waitUntil(intended);
                if (!door.send(request).recorded()) {
                  failed.incrementAndGet();
                }
                took.set(mine, System.nanoTime() - intended);
              }
            } catch (IOException e) {
              failed.incrementAndGet();
            } finally {
              over.countDown();
            }
          });
    }
    over.await();
    long[] nanos = new long[total];
    for (int i = 0; i < total; i++) {
      nanos[i] = took.get(i);
    }
    return new Result(new Quantiles(nanos), failed.get());
  }

  private Typed typed() {
    return Kind.next().in(rooms.get(ThreadLocalRandom.current().nextInt(rooms.size())));
  }

  private static void waitUntil(long intended) {
    for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
