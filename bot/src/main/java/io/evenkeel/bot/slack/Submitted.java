package io.evenkeel.bot.slack;

import com.slack.api.model.view.View;
import io.evenkeel.bot.view.Plain;
import io.evenkeel.grammar.FormField;
import io.evenkeel.incident.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What becomes of a form that was sent. */
sealed interface Submitted {

  /** Nothing was done: the form stays, with these words under its fields. */
  record Faulty(Map<String, String> errors) implements Submitted {}

  /** It was taken, and this is the answer. */
  record Answered(Answer answer) implements Submitted {}

  /** It was understood, and this is the next step. */
  record Shown(View view) implements Submitted {}

  /** Collects what is wrong with a form's fields while they are read. */
  final class Faults {
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** The field's value; null when it is wrong, and then its words are kept. */
    <T> @Nullable T value(String field, FormField.Read<T> read) {
      return switch (read) {
        case FormField.Right<T>(T value) -> value;
        case FormField.Wrong<T>(var words) -> {
          errors.put(field, Plain.of(words));
          yield null;
        }
      };
    }

    /** What is wrong with a field that can be read. */
    void wrong(String field, String words) {
      errors.put(field, words);
    }

    /** The same with a next step. */
    Submitted orShow(Supplier<Submitted> next) {
      return errors.isEmpty() ? next.get() : new Faulty(Map.copyOf(errors));
    }

    /** Goes on only when nothing is wrong. */
    Submitted or(Supplier<Answer> taken) {
      return errors.isEmpty() ? new Answered(taken.get()) : new Faulty(Map.copyOf(errors));
    }
  }
}
