package io.evenkeel.bot.slack;

import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Room;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.CorrectModal;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Decision;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Told;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the form that puts an entry right, or says why there is none for whoever asks. */
final class Amending {
  private final Questions questions;

  Amending(Questions questions) {
    this.questions = questions;
  }

  Outcome asked(Spoken spoken, Utterance.Amend amend, ZoneId zone) {
    IncidentNumber target = amend.target();
    var found = questions.stories().told(target, spoken.place(), spoken.who(), amend.entry());
    if (found.isEmpty() && target == null) {
      List<Room> own = questions.lists().own(spoken.who());
      if (own.size() == 1) {
        IncidentNumber only = own.getFirst().incident().number();
        found = questions.stories().told(only, null, spoken.who(), amend.entry());
      }
    }
    if (found.isEmpty()) {
      return Outcome.of(target == null ? amend.otherwise() : Shows.nothingToSee(target));
    }
    Incident incident = found.get().incident();
    Told told = found.get().told();
    Answer refused = refused(spoken, incident, told, amend.entry());
    if (refused != null || told == null) {
      return Outcome.of(refused == null ? amend.otherwise() : refused);
    }
    boolean message = told.standing().kind() == EntryKind.CAPTURED;
    boolean own = told.saidBy(spoken.who()) && !message;
    Prose line =
        Prose.of("A form opens. In one line it goes ")
            .code("/incident correct " + told.standing().seq() + " --at 14:02 --reason why")
            .text(".");
    return new Outcome(
        AnswerView.message(Answer.unchanged(line)),
        new Outcome.Form(
            CorrectModal.of(incident, told.standing(), own, zone),
            AnswerView.message(amend.otherwise())));
  }

  /** What the rules would say to any change of it; null when there is something to be filled in. */
  private static @Nullable Answer refused(
      Spoken spoken, Incident incident, @Nullable Told told, int entry) {
    Command.OnEntry probe =
        entry == 0
            ? new Command.EditUpdate(PROBE)
            : told != null && told.standing().kind() == EntryKind.UPDATE
                ? new Command.Correct(entry, PROBE, null, null)
                : new Command.Correct(entry, null, incident.zero().minusSeconds(1), PROBE);
    return incident.decide(
                probe, told, new Actor.Human(new Person(spoken.who(), spoken.name())), spoken.now())
            instanceof Decision.Refused(var reason)
        ? Answer.unchanged(reason.words(), reason.offers().toArray(Offer[]::new))
        : null;
  }

  /** Words that nobody has said: to ask the rules with, and never recorded. */
  private static final String PROBE = "\uE000";
}
