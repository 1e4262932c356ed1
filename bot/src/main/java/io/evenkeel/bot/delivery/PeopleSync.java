package io.evenkeel.bot.delivery;

import com.slack.api.Slack;
import com.slack.api.model.User;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.people.Profile;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the people of the workspace in Postgres, so that a command never waits for Slack. */
public final class PeopleSync implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeopleSync.class);

  private static final Duration AGAIN = Duration.ofHours(1);

  /** A failure is tried again after one second, then after twice as many each time, up to these. */
  private static final long MOST_SECONDS = 30;

  private static final int PAGE = 200;

  private final Database database;
  private final SlackCalls slack;
  private final InstantSource clock;
  private final Set<String> groups;
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param slack made by {@link SlackLibrary}
   * @param groups the handles of the user groups whose members matter; Slack is not asked for none
   */
  public PeopleSync(
      Database database, Slack slack, String token, InstantSource clock, Set<String> groups) {
    this.groups = Set.copyOf(groups);
    this.database = database;
    this.slack = new SlackCalls(slack, token);
    this.clock = clock;
  }

  /**
   * Begins to sync, and does so again each hour; a failure is tried again after a second, then more
   * and more rarely down to twice a minute.
   */
  public void start() {
    Thread.ofVirtual().name("people").start(this::loop);
  }

  /**
   * Waits until everybody was read once, at most so long: readiness wants names, and does not hang
   * on them.
   *
   * @return whether everybody is known
   */
  public boolean await(Duration atMost) {
    try {
      return first.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Slack tells who somebody is by now.
   *
   * @throws Unavailable while Postgres is away
   */
  public void told(User user) {
    store(List.of(SlackProfile.of(user)));
  }

  /** Reads one person who is not known yet. Calls Slack: not for the way of a command. */
  public boolean learn(PersonId person) {
    try {
      var answer = slack.call(methods -> methods.usersInfo(r -> r.user(person.value())), Set.of());
      store(List.of(SlackProfile.of(answer.getUser())));
      return true;
    } catch (SlackFault | Unavailable e) {
      LOG.warn("{} stays unknown for now: {}", person, e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void loop() {
    boolean over = false;
    long seconds = 1;
    while (!over) {
      Duration rest = AGAIN;
      try {
        LOG.info("{} people are known", all());
        first.countDown();
        new GroupSync(database, slack).sync(groups);
        seconds = 1;
      } catch (SlackFault | Unavailable e) {
        LOG.warn("the people of the workspace could not be read: {}", e.getMessage());
        rest = Duration.ofSeconds(seconds);
        seconds = Math.min(2 * seconds, MOST_SECONDS);
      }
      try {
        over = closed.await(rest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Page after page; each is stored as it comes. */
  private int all() throws SlackFault {
    int count = 0;
    String cursor = "";
    do {
      String from = cursor;
      var page =
          slack.call(methods -> methods.usersList(r -> r.limit(PAGE).cursor(from)), Set.of());
      Map<PersonId, Profile> profiles = new LinkedHashMap<>();
      for (User user : page.getMembers()) {
        Profile profile = SlackProfile.of(user);
        profiles.put(profile.id(), profile);
      }
      store(new ArrayList<>(profiles.values()));
      count += profiles.size();
      cursor = Cursor.of(page.getResponseMetadata());
    } while (!cursor.isEmpty());
    return count;
  }

  private void store(List<Profile> profiles) {
    database.query(tx -> {
      new People(tx).store(profiles, clock.instant().truncatedTo(ChronoUnit.MICROS));
      return true;
    });
  }
}
