package io.evenkeel.bot.slack;

import com.slack.api.model.view.View;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Unavailable;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows an acknowledgement, each on a virtual thread of its own. */
final class Afterwards {
  private static final Logger log = LoggerFactory.getLogger(Afterwards.class);

  private final Replies replies;
  private final Modals modals;
  private final HomeTab home;
  private final Underway underway;

  Afterwards(Replies replies, Modals modals, HomeTab home, Underway underway) {
    this.home = home;
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
   * @param home whose Home tab the button stood on; null for one elsewhere
   */
  record Back(
      @Nullable String responseUrl,
      @Nullable String trigger,
      @Nullable String view,
      boolean replace,
      @Nullable PersonId home) {
    Back(@Nullable String responseUrl, @Nullable String trigger, @Nullable String view) {
      this(responseUrl, trigger, view, false, null);
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

  /** Changes a form that is open; it stays as it is when that fails or there is nothing to show. */
  void change(String view, Spoken spoken, Supplier<Optional<View>> next) {
    soon(() -> {
      try {
        next.get().ifPresent(shown -> modals.update(view, spoken.ref(), shown));
      } catch (Unavailable e) {
        log.warn("A form stays as it is (ref {}): {}", spoken.ref(), e.getMessage());
      }
    });
  }

  /** Somebody opened their Home tab. */
  void home(PersonId who, String ref, Instant now) {
    soon(() -> home.show(who, ref, now, null));
  }

  /** A button on the Home tab is answered in a window, and the tab shows what it changed. */
  private void sayAtHome(PersonId who, Back back, Spoken spoken, Message message) {
    boolean opened =
        back.trigger() != null
            && modals.open(back.trigger(), spoken.ref(), AnswerView.modal(message));
    home.show(who, spoken.ref(), spoken.now(), opened ? null : message);
  }

  private void sayNow(Back back, Spoken spoken, Message message) {
    PersonId who = back.home();
    if (who != null) {
      sayAtHome(who, back, spoken, message);
    } else if (back.view() == null) {
      replies.say(back.responseUrl(), spoken.ref(), message, back.replace());
    } else {
      modals.update(back.view(), spoken.ref(), AnswerView.modal(message));
    }
  }

  private void soon(Runnable work) {
    underway.start("slack-afterwards", work);
  }
}
