package io.evenkeel.sandbox.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The simulated workspace: who is there, which channels, what was said. One lock guards it all;
 * each public method is atomic, and {@link #locked} makes several so.
 */
public final class Workspace {

  /** The workspace's id. */
  public static final String TEAM = "T0SANDBOX";

  private final Guard guard = new Guard();
  private final Ids ids;
  private final People people = new People(guard);
  private final Channels channels;
  private final Messages messages;
  private final ChannelLines lines;
  private final Ephemerals ephemerals;
  private final Views views;
  private final Homes homes;
  private final Files files;
  private final ReadMarks read = new ReadMarks(guard);

  /** A workspace with its seed in it. */
  public Workspace(InstantSource time) {
    ids = new Ids(time);
    channels = new Channels(guard, ids);
    messages = new Messages(guard, ids, channels);
    lines = new ChannelLines(guard, ids, channels, messages);
    ephemerals = new Ephemerals(guard, ids);
    views = new Views(guard, ids);
    homes = new Homes(guard, ids);
    files = new Files(guard, ids);
    Seed.plant(people, channels, messages);
  }

  public People people() {
    return people;
  }

  public Channels channels() {
    return channels;
  }

  /** Changes to channels that leave a line in them. */
  public ChannelLines lines() {
    return lines;
  }

  public Messages messages() {
    return messages;
  }

  public Ephemerals ephemerals() {
    return ephemerals;
  }

  public Views views() {
    return views;
  }

  /** What the app shows on its Home tab. */
  public Homes homes() {
    return homes;
  }

  public Files files() {
    return files;
  }

  public ReadMarks read() {
    return read;
  }

  /** The app's bot user, the one under test. */
  public Person bot() {
    return people.byId(Seed.BOT.id()).orElseThrow();
  }

  /** The injected time. */
  public Instant now() {
    return ids.now();
  }

  /** A new timestamp, after every other. */
  public String nextTs() {
    return guard.locked(ids::nextTs);
  }

  /** A new id such as {@code Ev0…}. */
  public String newId(String prefix) {
    return guard.locked(() -> ids.id(prefix));
  }

  /** Does several things as one: nobody sees a state in between. Keep it short and free of I/O. */
  public <T> T locked(Supplier<T> work) {
    return guard.locked(work);
  }

  /**
   * Tells every change from now on, in order. Called under the workspace's lock: take note and
   * return; never wait there.
   */
  public Listening onChange(Consumer<Change> listener) {
    return guard.listen(listener);
  }

  /** The whole workspace at this moment. */
  public State snapshot() {
    return guard.locked(() ->
        new State(
            people.all(),
            channels.all(),
            messages.all(),
            ephemerals.all(),
            views.all(),
            files.all(),
            read.all()));
  }

  /** Puts back an earlier state, whole. */
  public void restore(State state) {
    guard.locked(() -> {
      load(state);
      guard.tell(new Change.Everything());
      return state;
    });
  }

  /** Back to the seed. */
  public void reset() {
    restore(new Workspace(ids::now).snapshot());
  }

  private void load(State state) {
    people.load(state.people());
    channels.load(state.channels());
    messages.load(state.messages());
    ephemerals.load(state.ephemerals());
    views.load(state.views());
    homes.clear();
    files.load(state.files());
    read.load(state.read());
  }
}
