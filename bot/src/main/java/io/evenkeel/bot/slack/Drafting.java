package io.evenkeel.bot.slack;

import com.slack.api.model.view.View;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.view.PreviewModal;
import io.evenkeel.bot.view.StatementModal;
import io.evenkeel.bot.view.UpdateModal;
import io.evenkeel.bot.view.Writing;
import io.evenkeel.grammar.FormField;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Audience;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.StatementCommand;
import io.evenkeel.incident.Status;
import io.evenkeel.persistence.NotRecorded;
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

  /** What is said to readers outside, as its form opens. */
  static View statement(Spoken spoken, Incident incident, Audience audience, Phrases phrases) {
    var update = incident.update();
    Instant promised = update == null ? null : update.next();
    Instant next = promised != null && promised.isAfter(spoken.now()) ? promised : null;
    String text = phrases.text(audience.occasion(), incident, incident.status(), next);
    return StatementModal.of(
        incident,
        Writing.begun(incident.number(), audience.occasion(), text, null)
            .answered(null, UpdateModal.NO_PROMISE, next, false));
  }

  /** One that waits, with its words. */
  static View statement(Incident incident, Statement statement) {
    return StatementModal.of(
        incident,
        Writing.begun(incident.number(), statement.audience().occasion(), statement.text(), null)
            .of(statement.number()));
  }

  private static View form(Incident incident, Writing writing) {
    return Occasion.OF_UPDATES.contains(writing.occasion())
        ? UpdateModal.of(incident, writing)
        : StatementModal.of(incident, writing);
  }

  /** Another template, or another promise: the form again; empty when it stays as it is. */
  Optional<View> turned(Spoken spoken, Writing before, FormValues values) {
    return found(spoken, before)
        .map(card -> {
          Incident incident = card.room().incident();
          return form(incident, turned(spoken, incident, before, values));
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
    return found(spoken, writing).map(card -> form(card.room().incident(), writing));
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
                    shown(spoken, card.room().incident(), writing, card.room().channel())))
            .orElseGet(() -> new Submitted.Answered(Shows.nothingToSee(writing.incident())));
      } catch (Unavailable _) {
        return new Submitted.Faulty(Map.of(field, AGAIN));
      }
    });
  }

  private static View shown(
      Spoken spoken, Incident incident, Writing writing, @Nullable ChannelId channel) {
    return Occasion.OF_UPDATES.contains(writing.occasion())
        ? PreviewModal.update(incident, writing, channel)
        : StatementModal.preview(incident, writing, spoken.who(), channel);
  }

  /** The preview was sent: it is posted. Where that fails, the words come back. */
  Submitted posted(Spoken spoken, Writing writing) {
    boolean update = Occasion.OF_UPDATES.contains(writing.occasion());
    var order =
        new Utterance.Order(
            update ? Verb.UPDATE : Verb.STATEMENT,
            "",
            writing.incident(),
            update ? update(spoken, writing) : statement(writing));
    try {
      return new Submitted.Answered(conversation.told(conversation.take(spoken, order)));
    } catch (NotRecorded _) {
      return new Submitted.Answered(
          Answer.unchanged(
              Prose.of("NOT recorded: the database does not answer. Nothing was posted. Send it")
                  .text(" again in a moment; these are your words:\n")
                  .text(writing.text())));
    }
  }

  private static Command.OnIncident statement(Writing writing) {
    Integer number = writing.statement();
    return number == null
        ? new StatementCommand.Write(StatementModal.audience(writing), writing.text(), true)
        : new StatementCommand.Change(number, writing.text(), true);
  }

  private Command.OnIncident update(Spoken spoken, Writing writing) {
    Instant next = writing.next();
    Duration left = next == null ? null : Duration.between(spoken.now(), next);
    Duration promised =
        left != null
                && !left.isPositive()
                && FormField.ahead(writing.promise(), conversation.speaker(spoken))
                    instanceof FormField.Right<Duration>(Duration in)
            ? in
            : left;
    return new Command.Update(writing.text(), writing.moves(), promised, writing.internal());
  }

  private Optional<Questions.Card> found(Spoken spoken, Writing writing) {
    return questions.card(writing.incident(), null, spoken.who());
  }
}
