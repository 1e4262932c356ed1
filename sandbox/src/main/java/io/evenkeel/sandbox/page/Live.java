package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells open pages that something changed, by Server-Sent Events. An event says only that: the page
 * then asks for what its person may see. Many changes at once become one event.
 */
final class Live implements AutoCloseable {

  private static final long HEARTBEAT_SECONDS = 10;

  /** Browsers drop an event without data. */
  private static final String NEWS = "news";

  private final Set<BlockingQueue<String>> pages = ConcurrentHashMap.newKeySet();
  private final AutoCloseable subscription;

  Live(Workspace workspace) {
    subscription = workspace.onChange(change -> pages.forEach(page -> page.offer(NEWS)));
  }

  /** Serves one page until it goes away. */
  void serve(SseClient client) {
    BlockingQueue<String> changes = new ArrayBlockingQueue<>(1);
    pages.add(changes);
    client.onClose(() -> pages.remove(changes));
    client.keepAlive();
    client.sendEvent("change", NEWS);
    Thread.ofVirtual().name("page-live").start(() -> pump(client, changes));
  }

  private void pump(SseClient client, BlockingQueue<String> changes) {
    try {
      while (pages.contains(changes) && !client.terminated()) {
        if (changes.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS) == null) {
          client.sendComment("still here");
        } else {
          client.sendEvent("change", NEWS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pages.remove(changes);
      client.close();
    }
  }

  @Override
  public void close() {
    pages.clear();
    try {
      subscription.close();
    } catch (Exception e) {
      throw new IllegalStateException("The page could not stop listening to the workspace.", e);
    }
  }
}
