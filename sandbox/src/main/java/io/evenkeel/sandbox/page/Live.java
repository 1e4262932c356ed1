package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.workspace.Change;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Listening;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells open pages that something changed, by Server-Sent Events. An event says only that: the page
 * then asks for what its person may see. Many changes at once become one event.
 *
 * <p>Each page holds one virtual thread. Javalin's own SSE client is not used: it throws and logs
 * whenever a browser leaves.
 */
final class Live implements AutoCloseable {

  private static final long HEARTBEAT_SECONDS = 10;

  /** Browsers drop an event without data. */
  private static final String NEWS = "event: change\ndata: news\n\n";

  private static final String STILL_HERE = ": still here\n\n";

  /** What is to be told to each open page, and whose page it is. */
  private final Map<BlockingQueue<String>, Person> pages = new ConcurrentHashMap<>();

  private final Listening subscription;

  Live(Workspace workspace) {
    subscription = workspace.onChange(this::tell);
  }

  private void tell(Change change) {
    pages.forEach((page, person) -> {
      if (concerns(change, person.id())) {
        page.offer(NEWS);
      }
    });
  }

  /** What somebody cannot see is no news to them. */
  private static boolean concerns(Change change, String person) {
    return switch (change) {
      case Change.Read read -> read.user().equals(person);
      case Change.ViewChanged view -> view.owner().equals(person);
      case Change.EphemeralChanged shown -> shown.ephemeral().user().equals(person);
      case Change.Posted(Channel in, _) -> in.visibleTo(person);
      case Change.Rewritten(Channel in, _, _) -> in.visibleTo(person);
      case Change.Deleted(Channel in, _) -> in.visibleTo(person);
      case Change.ReactionAdded(Channel in, _, _, _) -> in.visibleTo(person);
      case Change.ReactionRemoved(Channel in, _, _, _) -> in.visibleTo(person);
      case Change.Pinned(Channel in, _, _) -> in.visibleTo(person);
      case Change.Unpinned(Channel in, _, _) -> in.visibleTo(person);
      case Change.HeaderChanged(Channel in) -> in.visibleTo(person);
      case Change.Joined _,
          Change.Departed _,
          Change.Created _,
          Change.Renamed _,
          Change.Archived _,
          Change.FileChanged _,
          Change.Everything _ ->
          true;
    };
  }

  /** Serves this person's page until it goes away or this is closed. */
  void serve(Context request, Person person) {
    BlockingQueue<String> changes = new ArrayBlockingQueue<>(1);
    // The first news comes before anybody else can bring some: there is room for one.
    changes.add(NEWS);
    pages.put(changes, person);
    Security.headers(request);
    request.res().setContentType("text/event-stream; charset=utf-8");
    try {
      pump(request.res().getOutputStream(), changes);
    } catch (IOException gone) {
      // The browser left: there is nobody to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pages.remove(changes);
    }
  }

  private void pump(OutputStream page, BlockingQueue<String> changes)
      throws IOException, InterruptedException {
    while (pages.containsKey(changes)) {
      String news = changes.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      page.write((news == null ? STILL_HERE : news).getBytes(StandardCharsets.UTF_8));
      page.flush();
    }
  }

  @Override
  public void close() {
    subscription.close();
    Set<BlockingQueue<String>> open = Set.copyOf(pages.keySet());
    pages.clear();
    open.forEach(page -> page.offer(NEWS));
  }
}
