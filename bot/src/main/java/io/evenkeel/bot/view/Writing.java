package io.evenkeel.bot.view;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is writing in a form, as it travels with the form from step to step.
 *
 * @param occasion the template that it begins with
 * @param text as it is in the field by now
 * @param was the status when the form opened; null where none can be chosen
 * @param status the one that was chosen
 * @param promise in how long the next update follows, as chosen; {@link UpdateModal#NO_PROMISE}
 * @param next the moment that comes of the promise, fixed when it was chosen so that the text can
 *     name it, UTC; null when nothing is promised
 * @param internal stays in the incident's channel
 * @param statement the statement that is changed; null for a new one, or for an update
 * @param turn counts the texts that were put into the field: each is a field of its own for Slack,
 *     which otherwise keeps what was in it
 * @param given what the template put there, recognisable: other words are somebody's own
 */
public record Writing(
    IncidentNumber incident,
    Occasion occasion,
    String text,
    @Nullable Status was,
    @Nullable Status status,
    String promise,
    @Nullable Instant next,
    boolean internal,
    @Nullable Integer statement,
    int turn,
    String given) {
  private static final int LINES = 10;

  /** So much text fits into a form's metadata (3,000 characters) with all that goes before it. */
  public static final int LONGEST = 2_800;

  /** A text in a field that begins from a template. */
  public static Writing begun(
      IncidentNumber incident, Occasion occasion, String text, @Nullable Status status) {
    String fits = Fit.plain(text, LONGEST);
    return new Writing(
        incident,
        occasion,
        fits,
        status,
        status,
        UpdateModal.NO_PROMISE,
        null,
        false,
        null,
        0,
        recognisable(fits));
  }

  /** Reads what {@link #carried} wrote; empty for anything else. */
  public static Optional<Writing> parse(String metadata) {
    String[] lines = metadata.split("\n", LINES + 1);
    if (lines.length <= LINES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Writing(
              IncidentNumber.parse(lines[0]).orElseThrow(IllegalArgumentException::new),
              Occasion.find(lines[1]).orElseThrow(IllegalArgumentException::new),
              lines[10],
              Status.find(lines[2]).orElse(null),
              Status.find(lines[3]).orElse(null),
              lines[4],
              lines[5].isEmpty() ? null : Instant.parse(lines[5]),
              lines[6].equals("internal"),
              lines[7].isEmpty() ? null : Integer.valueOf(lines[7]),
              Integer.parseInt(lines[8]),
              lines[9]));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Whether somebody wrote this themselves; nothing at all is nobody's. */
  public boolean own(String typed) {
    return !typed.isBlank() && !recognisable(typed).equals(given);
  }

  /** The next template's text in the field. */
  public Writing with(String begun) {
    String fits = Fit.plain(begun, LONGEST);
    return new Writing(
        incident,
        occasion,
        fits,
        was,
        status,
        promise,
        next,
        internal,
        statement,
        turn + 1,
        recognisable(fits));
  }

  /** The same for another template, with the status that goes with it. */
  public Writing about(Occasion other, @Nullable Status chosen) {
    return new Writing(
        incident, other, text, was, chosen, promise, next, internal, statement, turn, given);
  }

  /** What was chosen beside the text. */
  public Writing answered(
      @Nullable Status chosen, String promised, @Nullable Instant at, boolean inside) {
    return new Writing(
        incident, occasion, text, was, chosen, promised, at, inside, statement, turn, given);
  }

  /** To change a statement that waits. */
  public Writing of(int waiting) {
    return new Writing(
        incident, occasion, text, was, status, promise, next, internal, waiting, turn, given);
  }

  /** Somebody's own words, in fields that are new to Slack. */
  public Writing kept() {
    return new Writing(
        incident, occasion, text, was, status, promise, next, internal, statement, turn + 1, given);
  }

  /** Somebody's own text. */
  public Writing saying(String typed) {
    return new Writing(
        incident, occasion, typed, was, status, promise, next, internal, statement, turn, given);
  }

  /** The status that the update moves to; null when it stays. */
  public @Nullable Status moves() {
    return status == was ? null : status;
  }

  /** With the text, for a step that has no field for it. */
  public String carried() {
    return line(was == null ? "" : was.word())
        + (status == null ? "" : status.word())
        + "\n"
        + promise
        + "\n"
        + (next == null ? "" : next)
        + "\n"
        + (internal ? "internal" : "")
        + "\n"
        + (statement == null ? "" : statement)
        + "\n"
        + turn
        + "\n"
        + given
        + "\n"
        + text;
  }

  /** For a step whose fields hold the text. */
  String carriedWithoutText() {
    return saying("").carried();
  }

  private String line(String third) {
    return incident + "\n" + occasion.word() + "\n" + third + "\n";
  }

  /** The same words, however a form's field breaks its lines. */
  private static String recognisable(String text) {
    return Integer.toHexString(text.replaceAll("\\s+", " ").strip().hashCode());
  }
}
