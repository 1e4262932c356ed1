package io.evenkeel.incident;

import io.evenkeel.paging.Reply;
import io.evenkeel.paging.Rung;
import io.evenkeel.paging.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is wanted, and is asked for until somebody has it in hand.
 *
 * @param number counted from 1 within the incident; 0 for one that gets its number when it is
 *     stored
 * @param text what it says; null where the incident says it all
 * @param askedBy null for Evenkeel itself, by a rule of the installation
 * @param rung the place on the ladder that was reached; null before the first
 * @param due when the next rung comes, UTC; null once nothing comes any more
 * @param rings what was rung outside Slack, by the names of the settings
 * @param calls everybody who was asked, in order
 * @param ended null while it is open
 */
public record Page(
    int number,
    Asked asked,
    @Nullable String text,
    @Nullable Person askedBy,
    Instant askedAt,
    State state,
    @Nullable Rung rung,
    @Nullable Instant due,
    List<String> rings,
    List<Call> calls,
    @Nullable Ended ended)
    implements Kept {

  /** So long after it was sent, somebody is to have it in hand. */
  public static final Duration TARGET = Duration.ofMinutes(5);

  /** Who was asked for. */
  public sealed interface Asked {

    /** A policy, or else a schedule, by its name. */
    record Named(String name) implements Asked {}

    record Somebody(Person person) implements Asked {}

    /**
     * A Slack user group.
     *
     * @param handle lower case, without {@code @}
     */
    record Group(String handle) implements Asked {}

    /** As people read it, without a mention. */
    default String words() {
      return switch (this) {
        case Named(String name) -> name;
        case Somebody(Person person) -> person.name();
        case Group(String handle) -> "@" + handle;
      };
    }
  }

  /**
   * One person was asked, or the whole channel.
   *
   * @param number counted from 1 within the page
   * @param person null for the channel
   * @param why "primary of payments"
   * @param reply null while it is waited for
   * @param until until when they are away, where Slack told it
   */
  public record Call(
      int number,
      Rung rung,
      @Nullable Person person,
      String why,
      Instant at,
      @Nullable Reply reply,
      @Nullable Instant repliedAt,
      @Nullable Instant until) {

    public boolean waiting() {
      return reply == null;
    }

    Call replied(Reply how, Instant now, @Nullable Instant back) {
      return new Call(number, rung, person, why, at, how, now, back);
    }
  }

  /**
   * @param by null where the time did it
   */
  public record Ended(@Nullable Person by, Instant at) {}

  public Page {
    rings = List.copyOf(rings);
    calls = List.copyOf(calls);
  }

  static Page begun(Asked asked, @Nullable String text, @Nullable Person by, Instant now) {
    return new Page(0, asked, text, by, now, State.SENT, null, now, List.of(), List.of(), null);
  }

  Page numbered(int given) {
    return new Page(given, asked, text, askedBy, askedAt, state, rung, due, rings, calls, ended);
  }

  public boolean open() {
    return state.open();
  }

  /** Those whose answer is still waited for. */
  public List<Call> waiting() {
    return calls.stream().filter(call -> call.waiting() && call.person() != null).toList();
  }

  /** The newest call of that person. */
  public Optional<Call> of(PersonId id) {
    return calls.reversed().stream()
        .filter(call -> call.person() != null && call.person().id().equals(id))
        .findFirst();
  }

  /** How long it took until somebody had it in hand; empty while nobody has. */
  public Optional<Duration> answeredAfter() {
    return state == State.ACKNOWLEDGED && ended != null
        ? Optional.of(Duration.between(askedAt, ended.at()))
        : Optional.empty();
  }

  Page at(Rung reached, @Nullable Instant next) {
    boolean up = rung != null && !reached.equals(Rung.FIRST) && !reached.mention();
    return new Page(
        number,
        asked,
        text,
        askedBy,
        askedAt,
        up ? State.ESCALATED : state,
        reached,
        next,
        rings,
        calls,
        ended);
  }

  Page with(List<Call> newCalls) {
    return new Page(
        number, asked, text, askedBy, askedAt, state, rung, due, rings, newCalls, ended);
  }

  Page ringing(List<String> more) {
    var all = new ArrayList<>(rings);
    more.stream().filter(ring -> !all.contains(ring)).forEach(all::add);
    return new Page(number, asked, text, askedBy, askedAt, state, rung, due, all, calls, ended);
  }

  /** Everybody who is still waited for gets this reply. */
  Page settled(Reply how, Instant now) {
    return with(
        calls.stream().map(call -> call.waiting() ? call.replied(how, now, null) : call).toList());
  }

  /** Nothing comes any more. */
  Page ended(State how, @Nullable Person by, Instant now) {
    if (!state.mayBecome(how)) {
      throw new IllegalStateException("page " + number + " is " + state + ", not to be " + how);
    }
    Page over = settled(how == State.EXHAUSTED ? Reply.SILENT : Reply.OVER, now);
    return new Page(
        number,
        asked,
        text,
        askedBy,
        askedAt,
        how,
        rung,
        null,
        rings,
        over.calls(),
        new Ended(by, now));
  }
}
