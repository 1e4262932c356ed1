package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.api.MessageShape;
import io.evenkeel.sandbox.faults.Fault;
import io.evenkeel.sandbox.faults.Faults;
import io.evenkeel.sandbox.outbound.EventShapes.Event;
import io.evenkeel.sandbox.workspace.Change;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Listening;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Events API: one event after the other, in the order things happened. An event that is not
 * acknowledged is sent again at once, after a minute and after five, each time after others that
 * came meanwhile.
 */
public final class EventFeed implements AutoCloseable {

  private static final Set<Fault.Kind> DUPLICATE = Set.of(Fault.Kind.DUPLICATE_DELIVERY);
  private static final Set<Fault.Kind> REORDER = Set.of(Fault.Kind.REORDER_DELIVERY);
  private static final List<Duration> RETRIES =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
  private static final int HOLD_MS = 500;

  private final Workspace workspace;
  private final BotLink link;
  private final Faults faults;
  private final EventShapes shapes;
  private final Set<String> subscriptions;
  private final BlockingQueue<Envelope> queue = new LinkedBlockingQueue<>();
  private final ThreadFactory threads = Thread.ofVirtual().name("sandbox-events-", 0).factory();
  private final Listening listening;
  private final Thread worker;
  private volatile boolean closed;

  /** Sends the events an app subscribed to, from now on. */
  public EventFeed(
      Workspace workspace,
      BotLink link,
      Faults faults,
      MessageShape shape,
      Set<String> subscriptions) {
    this.workspace = workspace;
    this.link = link;
    this.faults = faults;
    this.shapes = new EventShapes(workspace, shape);
    this.subscriptions = Set.copyOf(subscriptions);
    this.listening = workspace.onChange(this::changed);
    this.worker = threads.newThread(this::work);
    worker.start();
  }

  private void changed(Change change) {
    shapes.of(change).forEach(this::offer);
  }

  /**
   * Somebody opened the app's home.
   *
   * @param tab {@code home} or {@code messages}
   */
  public void homeOpened(Channel direct, String user, String tab) {
    offer(shapes.home(direct, user, tab));
  }

  private void offer(Event event) {
    boolean sees = event.everywhere() || event.channel().has(workspace.bot().id());
    if (link.connected() && sees && subscriptions.contains(event.subscription())) {
      queue.add(Envelope.of(event.body(), workspace));
    }
  }

  private void work() {
    try {
      while (!closed) {
        next(queue.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(Envelope envelope) throws InterruptedException {
    if (faults.take(envelope.type(), REORDER).isPresent()) {
      @Nullable Envelope after = queue.poll(HOLD_MS, TimeUnit.MILLISECONDS);
      if (after != null) {
        send(after);
      }
    }
    send(envelope);
  }

  private void send(Envelope envelope) {
    int copies = faults.take(envelope.type(), DUPLICATE).map(Fault::copies).orElse(1);
    for (int i = 0; i < copies; i++) {
      if (!link.json(envelope.body(), Map.of()).ok()) {
        threads.newThread(() -> retry(envelope)).start();
      }
    }
  }

  private void retry(Envelope envelope) {
    try {
      for (int i = 0; i < RETRIES.size() && !closed; i++) {
        Thread.sleep(RETRIES.get(i));
        Map<String, String> headers =
            Map.of(
                "X-Slack-Retry-Num", Integer.toString(i + 1), "X-Slack-Retry-Reason", "http_error");
        if (link.json(envelope.body(), headers).ok()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    listening.close();
    worker.interrupt();
  }
}
