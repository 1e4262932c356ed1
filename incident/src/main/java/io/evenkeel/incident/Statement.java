package io.evenkeel.incident;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said to readers outside the response. It is posted once somebody who may
 * approve it has read it as it will be read.
 *
 * @param number counted from 1 within the incident
 * @param author whose words these are by now
 * @param writtenAt UTC at microseconds
 * @param verdict null while it waits for one
 */
public record Statement(
    int number,
    Audience audience,
    String text,
    Person author,
    Instant writtenAt,
    @Nullable Verdict verdict)
    implements Kept {

  /** Stored as its word: never renamed. */
  public enum How {
    APPROVED,
    DECLINED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param words as what it was approved, "communications lead"; or why it was declined, which may
   *     be empty
   * @param at UTC at microseconds
   */
  public record Verdict(How how, Person by, String words, Instant at) {}

  public boolean open() {
    return verdict == null;
  }

  /** "Statement 2 for customers". */
  public String label() {
    return "Statement " + number + " for " + audience.word();
  }

  boolean by(Person who) {
    return author.id().equals(who.id());
  }

  Statement saying(String other, Person by, Instant at) {
    return new Statement(number, audience, other, by, at, null);
  }

  Statement ended(How how, Person by, String words, Instant at) {
    return new Statement(
        number, audience, text, author, writtenAt, new Verdict(how, by, words, at));
  }
}
