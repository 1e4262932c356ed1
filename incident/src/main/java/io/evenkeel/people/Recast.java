package io.evenkeel.people;

import java.util.List;

/**
 * A text in which roles stand for people.
 *
 * @param questions words that may be names and were left, by where they first stand
 */
public record Recast(String text, List<Question> questions) {
  public Recast {
    questions = List.copyOf(questions);
  }
}
