package io.evenkeel.bot.slack;

import com.slack.api.model.view.View;
import io.evenkeel.bot.read.Elsewhere;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Room;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.AssignModal;
import io.evenkeel.bot.view.CarriedQuote;
import io.evenkeel.bot.view.DeclareModal;
import io.evenkeel.bot.view.PaperModal;
import io.evenkeel.bot.view.QuestionsModal;
import io.evenkeel.bot.view.ResolveModal;
import io.evenkeel.bot.view.SeverityModal;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Audience;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Quote;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the form for a verb, filled with what is known. */
final class Forms {
  private final Questions questions;
  private final SeverityScale severities;
  private final Roles roles;
  private final Phrases phrases;

  Forms(Questions questions, Speakers speakers) {
    this.questions = questions;
    severities = speakers.severities();
    roles = speakers.roles();
    phrases = speakers.phrases();
  }

  /** A form that begins an incident, empty. */
  View declare() {
    return DeclareModal.of(severities, null);
  }

  /** The same from a message. */
  View declareFrom(Quote quote, Instant asked) {
    return DeclareModal.from(severities, new CarriedQuote(quote, asked));
  }

  Outcome asked(Spoken spoken, Utterance.Form form) {
    return switch (form.verb()) {
      case DECLARE -> opens(form, DeclareModal.of(severities, form.draft()));
      case UPDATE ->
          incident(spoken, form)
              .map(incident -> opens(form, Drafting.update(incident, phrases)))
              .orElseGet(() -> otherwise(spoken, form));
      case STATEMENT ->
          incident(spoken, form)
              .map(incident -> statement(spoken, form, incident))
              .orElseGet(() -> otherwise(spoken, form));
      case RESOLVE ->
          incident(spoken, form)
              .map(incident -> resolve(form, incident))
              .orElseGet(() -> otherwise(spoken, form));
      case RESOLUTION ->
          incident(spoken, form)
              .map(incident -> afterwards(form, incident))
              .orElseGet(() -> otherwise(spoken, form));
      case ASSIGN ->
          incident(spoken, form)
              .map(incident -> assign(form, incident))
              .orElseGet(() -> otherwise(spoken, form));
      case SEVERITY ->
          incident(spoken, form)
              .map(incident -> severity(form, incident))
              .orElseGet(() -> otherwise(spoken, form));
      case JOIN,
          STATUS,
          TAKE,
          CONFIRM,
          UNASSIGN,
          HANDOVER,
          ACCEPT,
          DECLINE,
          NOTE,
          CORRECT,
          WITHDRAW,
          MILESTONE,
          DECISION,
          DOING,
          DONE,
          TASK,
          ACTION,
          TIMELINE,
          SUBSCRIBE,
          UNSUBSCRIBE,
          SNOOZE,
          QUIET,
          MITIGATE,
          CLOSE,
          REOPEN,
          CANCEL,
          MERGE,
          LIST,
          LINK,
          CALL,
          POSTMORTEM,
          RETRY,
          WAR_ROOM,
          PAGE,
          ESCALATE,
          LOAD,
          ALERT,
          ONCALL,
          MAINTENANCE,
          IMPACT,
          SLO,
          DRILL,
          SERVICE,
          RUNBOOK,
          HELP ->
          Outcome.of(form.otherwise());
    };
  }

  private Outcome afterwards(Utterance.Form form, Incident incident) {
    return incident.status() == Status.RESOLVED || incident.status() == Status.CLOSED
        ? opens(form, ResolveModal.afterwards(incident, questions.stories().latest(incident)))
        : Outcome.of(form.otherwise());
  }

  private Outcome statement(Spoken spoken, Utterance.Form form, Incident incident) {
    Optional<Audience> audience = Audience.find(form.about());
    if (audience.isPresent()) {
      return opens(form, Drafting.statement(spoken, incident, audience.get(), phrases));
    }
    return questions.statements(incident.number()).stream()
        .filter(Statement::open)
        .filter(one -> form.about().equals(Integer.toString(one.number())))
        .findFirst()
        .map(one -> opens(form, Drafting.statement(incident, one)))
        .orElseGet(() ->
            Outcome.of(
                Answer.unchanged(
                    Prose.of("That statement of ")
                        .strong(incident.label())
                        .text(" does not wait for approval any more. Nothing was changed."),
                    Offer.plain(
                        "Statements", "statement list --incident-id " + incident.number()))));
  }

  private Outcome severity(Utterance.Form form, Incident incident) {
    return incident.open()
        ? opens(form, SeverityModal.of(incident, severities))
        : Outcome.of(
            Answer.unchanged(
                Prose.of("")
                    .strong(incident.label())
                    .text(" is " + incident.status().word())
                    .text(", so its severity stays. If it is back: ")
                    .code("/incident reopen <why>")
                    .text(".")));
  }

  private Outcome assign(Utterance.Form form, Incident incident) {
    return incident.open()
        ? opens(form, AssignModal.of(incident, roles))
        : Outcome.of(
            Answer.unchanged(
                Prose.of("")
                    .strong(incident.label())
                    .text(" is " + incident.status().word())
                    .text(", and roles are assigned while it is open. If it is back: ")
                    .code("/incident reopen <why>")
                    .text(".")));
  }

  private Outcome resolve(Utterance.Form form, Incident incident) {
    return incident.open()
        ? opens(form, ResolveModal.of(incident, questions.stories().latest(incident)))
        : Outcome.of(
            Answer.unchanged(
                Prose.of("")
                    .strong(incident.label())
                    .text(" is " + incident.status().word() + " already. If it is back: ")
                    .code("/incident reopen <why>")
                    .text(".")));
  }

  /** The named incident, else the channel's, else the person's only open one. */
  private Optional<Incident> incident(Spoken spoken, Utterance.Form form) {
    Optional<Incident> here =
        questions
            .card(form.target(), spoken.place(), spoken.who())
            .map(card -> card.room().incident());
    if (here.isPresent() || form.target() != null) {
      return here;
    }
    List<Room> own = questions.lists().own(spoken.who());
    return own.size() == 1 ? Optional.of(own.getFirst().incident()) : Optional.empty();
  }

  /** A form of the postmortem; empty when there is none to see. */
  Optional<View> paper(
      Spoken spoken,
      @Nullable IncidentNumber target,
      Utterance.Asked.Paper.What what,
      @Nullable String section) {
    return questions
        .paper(target, spoken.place(), spoken.who())
        .flatMap(paper ->
            switch (what) {
              case EDIT -> Optional.of(PaperModal.edit(paper, section));
              case QUESTIONS -> Optional.of(QuestionsModal.of(paper.incident()));
              case PREVIEW, CHECK, NAMES -> Optional.empty();
            });
  }

  /** The form is of no incident: one's own are offered, where there are some. */
  private Outcome otherwise(Spoken spoken, Utterance.Form form) {
    List<Room> own = form.target() == null ? questions.lists().own(spoken.who()) : List.of();
    return own.isEmpty()
        ? Outcome.of(form.otherwise())
        : Outcome.of(Elsewhere.which(form.verb().word(), own));
  }

  private static Outcome opens(Utterance.Form form, View view) {
    Verb verb = form.verb();
    Prose line =
        Prose.of("A form opens. In one line it goes ")
            .code("/incident " + verb.form())
            .text(", for example ")
            .code("/incident " + verb.example())
            .text(".");
    return new Outcome(
        AnswerView.message(Answer.unchanged(line)),
        new Outcome.Form(view, AnswerView.message(form.otherwise())));
  }
}
