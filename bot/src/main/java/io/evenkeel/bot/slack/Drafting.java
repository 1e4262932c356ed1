package io.evenkeel.bot.slack;

import com.slack.api.model.view.View;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.view.PreviewModal;
import io.evenkeel.bot.view.UpdateModal;
import io.evenkeel.bot.view.Writing;
import io.evenkeel.grammar.FormField;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are written in steps: a form that begins from a template, the preview, the post.
 * Somebody's own words are never lost: another template leaves them alone, and where a step cannot
 * be taken the form stays.
 */
final class Drafting {
  private static final String AGAIN =
      "The database does not answer right now. Nothing is posted and your words are still here: try"
          + " again in a moment.";

  private final Questions questions;
  private final Speakers speakers;
  private final Conversation conversation;

  Drafting(Questions questions, Speakers speakers, Conversation conversation) {
    this.questions = questions;
    this.speakers = speakers;
    this.conversation = conversation;
  }

  /** The form as it opens: with the template that fits where things stand. */
  static View update(Incident incident, Phrases phrases) {
    Occasion occasion = Occasion.of(incident);
    Status status = incident.open() ? incident.status() : null;
    String text = phrases.text(occasion, incident, incident.status(), null);
    return UpdateModal.of(incident, Writing.begun(incident.number(), occasion, text, status));
  }

  /** Another template, or another promise: the form again; empty when it stays as it is. */
  Optional<View> turned(Spoken spoken, Writing before, FormValues values) {
    return found(spoken, before)
        .map(card -> {
          Incident incident = card.room().incident();
          return UpdateModal.of(incident, turned(spoken, incident, before, values));
        });
  }

  private Writing turned(Spoken spoken, Incident incident, Writing before, FormValues values) {
    String typed = values.text(UpdateModal.TEXT);
    Writing now = read(spoken, before, values).saying(typed);
    Occasion occasion =
        Occasion.find(values.choice(UpdateModal.TEMPLATE)).orElse(before.occasion());
    boolean heals = occasion != before.occasion() && occasion == Occasion.MITIGATED;
    Status status =
        heals && incident.open() && now.moves() == null ? Status.MONITORING : now.status();
    Writing next = now.about(occasion, status);
    return before.own(typed)
        ? next.kept()
        : next.with(
            speakers
                .phrases()
                .text(
                    occasion, incident, status == null ? incident.status() : status, next.next()));
  }

  /** What the fields say beside the text. */
  private Writing read(Spoken spoken, Writing before, FormValues values) {
    String promise = values.choice(UpdateModal.NEXT);
    boolean same = promise.isEmpty() || promise.equals(before.promise());
    Instant next = same ? before.next() : promised(spoken, promise);
    Status status = Status.find(values.choice(UpdateModal.STATUS)).orElse(before.status());
    boolean internal = values.ticked(UpdateModal.OPTIONS).contains(UpdateModal.INTERNAL);
    return before.answered(status, same ? before.promise() : promise, next, internal);
  }

  /** A minute on the clock, so that what the text says is what is promised. */
  private @Nullable Instant promised(Spoken spoken, String promise) {
    return FormField.ahead(promise, conversation.speaker(spoken))
            instanceof FormField.Right<Duration>(Duration in)
        ? spoken.now().plus(in).truncatedTo(ChronoUnit.MINUTES)
        : null;
  }

  /** Back from the preview to the form. */
  Optional<View> changed(Spoken spoken, Writing writing) {
    return found(spoken, writing).map(card -> UpdateModal.of(card.room().incident(), writing));
  }

  /** The form was sent: it is shown as it will be posted. */
  Submitted preview(Spoken spoken, Writing before, FormValues values) {
    var faults = new Submitted.Faults();
    String field = UpdateModal.textField(before);
    String text = faults.value(field, FormField.text(values.text(UpdateModal.TEXT)));
    if (text != null) {
      Unfilled.words(text).ifPresent(words -> faults.wrong(field, words));
    }
    Writing writing = read(spoken, before, values).saying(text == null ? "" : text);
    return faults.orShow(() -> {
      try {
        return found(spoken, writing)
            .<Submitted>map(card ->
                new Submitted.Shown(
                    PreviewModal.update(card.room().incident(), writing, card.room().channel())))
            .orElseGet(() -> new Submitted.Answered(Shows.nothingToSee(writing.incident())));
      } catch (Unavailable _) {
        return new Submitted.Faulty(Map.of(field, AGAIN));
      }
    });
  }

  /** The preview was sent: it is posted. */
  Submitted posted(Spoken spoken, Writing writing) {
    Instant next = writing.next();
    Duration left = next == null ? null : Duration.between(spoken.now(), next);
    Duration promised =
        left != null
                && !left.isPositive()
                && FormField.ahead(writing.promise(), conversation.speaker(spoken))
                    instanceof FormField.Right<Duration>(Duration in)
            ? in
            : left;
    var update = new Command.Update(writing.text(), writing.moves(), promised, writing.internal());
    Answer answer =
        conversation.take(spoken, new Utterance.Order(Verb.UPDATE, "", writing.incident(), update));
    return new Submitted.Answered(conversation.told(answer));
  }

  private Optional<Questions.Card> found(Spoken spoken, Writing writing) {
    return questions.card(writing.incident(), null, spoken.who());
  }
}
