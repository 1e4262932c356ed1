package io.evenkeel.bot.slack;

import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.Message;
import org.jspecify.annotations.Nullable;

/** What follows an acknowledgement, each on a virtual thread of its own. */
final class Afterwards {
  private final Replies replies;
  private final Modals modals;
  private final Underway underway;

  Afterwards(Replies replies, Modals modals, Underway underway) {
    this.replies = replies;
    this.modals = modals;
    this.underway = underway;
  }

  /**
   * The ways back to the person.
   *
   * @param trigger opens a form, within 3 s
   * @param view the form in which the button stood; null for a button of a message
   * @param replace the answer takes the place of the message with the button: a page was turned
   */
  record Back(
      @Nullable String responseUrl,
      @Nullable String trigger,
      @Nullable String view,
      boolean replace) {
    Back(@Nullable String responseUrl, @Nullable String trigger, @Nullable String view) {
      this(responseUrl, trigger, view, false);
    }
  }

  void say(Back back, Spoken spoken, Message message) {
    soon(() -> sayNow(back, spoken, message));
  }

  void open(Back back, Spoken spoken, Outcome.@Nullable Form form) {
    if (form != null) {
      soon(() -> {
        boolean opened =
            back.view() != null
                ? modals.update(back.view(), spoken.ref(), form.view())
                : back.trigger() != null && modals.open(back.trigger(), spoken.ref(), form.view());
        if (!opened) {
          sayNow(back, spoken, form.otherwise());
        }
      });
    }
  }

  private void sayNow(Back back, Spoken spoken, Message message) {
    if (back.view() == null) {
      replies.say(back.responseUrl(), spoken.ref(), message, back.replace());
    } else {
      modals.update(back.view(), spoken.ref(), AnswerView.modal(message));
    }
  }

  private void soon(Runnable work) {
    underway.start("slack-afterwards", work);
  }
}
