package io.evenkeel.blameless;

import io.evenkeel.people.CommonWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The words that the names of an incident's people consist of, in lower case.
 *
 * @param capital names only where they are written with a capital letter
 * @param any names however they are written: user names such as "alice", but for common words
 */
record Names(Set<String> capital, Set<String> any) {

  static Names of(Collection<String> people) {
    Set<String> capital = new HashSet<>();
    Set<String> any = new HashSet<>();
    for (String person : people) {
      boolean plain = person.chars().noneMatch(Character::isUpperCase);
      for (String word : Sentences.words(person)) {
        if (word.length() > 1) {
          capital.add(word);
          if (plain && !CommonWords.are(word)) {
            any.add(word);
          }
        }
      }
    }
    return new Names(capital, any);
  }

  boolean has(Token token) {
    return (token.capital() && capital.contains(token.word())) || any.contains(token.word());
  }
}
