package io.evenkeel.bot.slack;

import com.slack.api.model.view.View;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads after they said something.
 *
 * @param form opens besides; null when nothing does
 */
record Outcome(Message message, @Nullable Form form) {
  /**
   * @param otherwise read when the form does not open
   */
  record Form(View view, Message otherwise) {}

  static Outcome of(Message message) {
    return new Outcome(message, null);
  }

  static Outcome of(Answer answer) {
    return of(AnswerView.message(answer));
  }

  /** What is read when it comes too late for a form to open. */
  Message late() {
    return form == null ? message : form.otherwise();
  }
}
