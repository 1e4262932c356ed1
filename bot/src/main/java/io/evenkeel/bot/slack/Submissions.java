package io.evenkeel.bot.slack;

import io.evenkeel.bot.view.CorrectModal;
import io.evenkeel.bot.view.PaperModal;
import io.evenkeel.bot.view.Plain;
import io.evenkeel.bot.view.QuestionsModal;
import io.evenkeel.bot.view.SeverityModal;
import io.evenkeel.grammar.FormField;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.RoleCommand;
import io.evenkeel.incident.Roles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;

/** Makes commands of forms that were sent, by the rules of the one-line forms. */
final class Submissions {
  private final Conversation conversation;

  Submissions(Conversation conversation) {
    this.conversation = conversation;
  }

  /** Who was picked gets the role; the others stay as they are by then. */
  Submitted assign(Spoken spoken, IncidentNumber incident, FormValues values) {
    Speaker speaker = conversation.speaker(spoken);
    var assignments = new ArrayList<RoleCommand.Assignment>();
    for (Roles.Entry entry : speaker.roles().entries()) {
      values
          .person(entry.role().name())
          .map(id -> speaker.directory().byId(id).orElseGet(() -> new Person(id, id.value())))
          .ifPresent(person -> assignments.add(new RoleCommand.Assignment(entry.role(), person)));
    }
    if (assignments.isEmpty()) {
      String first = speaker.roles().entries().getFirst().role().name();
      return new Submitted.Faulty(Map.of(first, "Pick somebody for at least one role."));
    }
    var assign = new RoleCommand.Assign(assignments, null);
    return new Submitted.Answered(conversation.told(order(spoken, Verb.ASSIGN, incident, assign)));
  }

  Submitted severity(Spoken spoken, IncidentNumber incident, FormValues values) {
    String typed = values.choice(SeverityModal.SEVERITY);
    String reason = values.text(SeverityModal.REASON).strip();
    var faults = new Submitted.Faults();
    var severity = conversation.speaker(spoken).severities().find(typed);
    if (severity.isEmpty()) {
      faults.wrong(SeverityModal.SEVERITY, "Pick one of them.");
    }
    String why =
        reason.isEmpty() ? null : faults.value(SeverityModal.REASON, FormField.text(reason));
    return faults.or(() ->
        conversation.told(
            order(
                spoken,
                Verb.SEVERITY,
                incident,
                new Command.ChangeSeverity(severity.orElseThrow(), why))));
  }

  /** What was left as it was shown is not changed. */
  Submitted correct(Spoken spoken, CorrectModal.About about, FormValues values) {
    var faults = new Submitted.Faults();
    String text =
        values.has(CorrectModal.TEXT)
            ? faults.value(CorrectModal.TEXT, FormField.text(values.text(CorrectModal.TEXT)))
            : null;
    String time = values.text(CorrectModal.AT).strip();
    Instant at =
        time.isEmpty() || time.equals(about.at())
            ? null
            : faults.value(CorrectModal.AT, FormField.past(time, conversation.speaker(spoken)));
    String reason = values.text(CorrectModal.REASON).strip();
    String why =
        reason.isEmpty() ? null : faults.value(CorrectModal.REASON, FormField.text(reason));
    if (values.ticked(CorrectModal.OPTIONS).contains(CorrectModal.WITHDRAW)) {
      if (reason.isEmpty()) {
        faults.wrong(CorrectModal.REASON, "Say why it goes: the history tells it.");
      }
      return faults.or(() ->
          conversation.told(
              order(
                  spoken,
                  Verb.WITHDRAW,
                  about.incident(),
                  new Command.Withdraw(about.entry(), reason))));
    }
    return faults.or(() ->
        conversation.told(
            order(
                spoken,
                Verb.CORRECT,
                about.incident(),
                new Command.Correct(about.entry(), text, at, why))));
  }

  /** What cannot be taken stays in the form, with the reason under it: nobody types it twice. */
  Submitted section(Spoken spoken, PaperModal.About about, FormValues values) {
    String field = PaperModal.field(about.section());
    if (!values.has(PaperModal.TEXT)) {
      return new Submitted.Faulty(
          Map.of("section", "This section is too long for a form. Choose another one."));
    }
    var edit =
        new PostmortemCommand.Edit(
            about.revision(), about.section(), FormField.markdown(values.text(PaperModal.TEXT)));
    Answer answer = order(spoken, Verb.POSTMORTEM, about.incident(), edit);
    return answer.recorded()
        ? new Submitted.Answered(conversation.told(conversation.advised(edit.text(), answer)))
        : new Submitted.Faulty(Map.of(field, Plain.of(answer.words())));
  }

  Submitted questions(Spoken spoken, IncidentNumber incident, FormValues values) {
    var answers =
        new PostmortemCommand.Answer(
            FormField.markdown(values.text(QuestionsModal.IMPACT)),
            FormField.markdown(values.text(QuestionsModal.SURPRISED)),
            FormField.markdown(values.text(QuestionsModal.HELPED)),
            FormField.markdown(values.text(QuestionsModal.LUCK)),
            FormField.markdown(values.text(QuestionsModal.UNLUCKY)));
    String said =
        String.join(
            "\n\n",
            answers.impact(),
            answers.surprised(),
            answers.helped(),
            answers.luck(),
            answers.unlucky());
    Answer answer = order(spoken, Verb.POSTMORTEM, incident, answers);
    return new Submitted.Answered(conversation.told(conversation.advised(said, answer)));
  }

  private Answer order(
      Spoken spoken, Verb verb, IncidentNumber incident, Command.OnIncident command) {
    return conversation.take(spoken, new Utterance.Order(verb, "", incident, command));
  }
}
