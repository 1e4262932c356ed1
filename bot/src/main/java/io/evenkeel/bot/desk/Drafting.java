package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.PostmortemRules;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.WorkingMorning;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditEntry;
import io.evenkeel.persistence.incident.ActorText;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.people.People;
import io.evenkeel.persistence.postmortem.NameWords;
import io.evenkeel.persistence.postmortem.Papers;
import io.evenkeel.persistence.postmortem.Postmortems;
import io.evenkeel.postmortem.revision.Paper;
import java.time.Instant;
import java.util.List;

/** Takes what concerns a postmortem: who finishes it, how far it is, and its text. */
final class Drafting {
  private final Transaction tx;
  private final House house;
  private final Incidents incidents;
  private final Actor actor;
  private final Instant now;

  Drafting(Transaction tx, House house, Incidents incidents, Actor actor, Instant now) {
    this.tx = tx;
    this.house = house;
    this.incidents = incidents;
    this.actor = actor;
    this.now = now;
  }

  /**
   * @param incident locked by this transaction
   */
  Answer take(Incident incident, PostmortemCommand command) {
    return switch (command) {
      case PostmortemCommand.Own own -> own(incident, own);
      case PostmortemCommand.Move move -> move(incident, move);
      case PostmortemCommand.Ask ask -> {
        Postmortem before = about(incident);
        yield decided(incident, before, incident.decide(ask, before, actor, now));
      }
      case PostmortemCommand.Renew _ -> editing(incident).renew();
      case PostmortemCommand.Edit edit -> editing(incident).edit(edit);
      case PostmortemCommand.Answer answers -> editing(incident).answer(answers);
      case PostmortemCommand.SayName said -> named(incident, said);
    };
  }

  /** It changes nothing that stands in the text, so it is no entry of the timeline. */
  private Answer named(Incident incident, PostmortemCommand.SayName said) {
    new NameWords(tx)
        .keep(incident.number(), said.word(), said.name(), Recording.person(actor), now);
    Prose words =
        Prose.of("For readers outside, “" + said.word() + "” in the postmortem of ")
            .strong(incident.label())
            .text(
                said.name() ? " is a name: a role stands there instead." : " is a word: it stays.");
    return Answer.recorded(
        incident.number(),
        words,
        Offer.plain("Further words", "postmortem names --incident-id " + incident.number()));
  }

  private Answer own(Incident incident, PostmortemCommand.Own command) {
    // While it is open nobody is asked: its end settles when.
    Instant ask =
        incident.open()
            ? null
            : WorkingMorning.after(now, new People(tx).zone(command.owner().id()));
    Postmortem before = about(incident);
    return decided(incident, before, incident.decide(command, before, ask, actor, now));
  }

  private Answer move(Incident incident, PostmortemCommand.Move command) {
    Paper paper = paper(incident);
    List<String> lacking =
        paper.gate().failed().stream().map(check -> check.name() + ": " + check.why()).toList();
    Postmortem before = paper.about();
    Answer answer =
        decided(incident, before, incident.decide(command, before, lacking, actor, now));
    boolean ends = command.to().settled();
    if (answer.recorded() && ends) {
      new Editing(tx, paper, actor, now).begin();
    }
    String force = command.force();
    if (answer.recorded() && force != null && ends && !lacking.isEmpty()) {
      new Audit(tx)
          .add(
              new AuditEntry(
                  ActorText.of(actor).actor(),
                  "postmortem-" + command.to().word() + "-override",
                  incident.number() + " revision " + Math.max(1, paper.revision()),
                  force + " (" + String.join("; ", lacking) + ")"));
    }
    return answer;
  }

  private Answer decided(Incident incident, Postmortem before, PostmortemRules.Decided decided) {
    Answer answer = Recording.record(tx, incidents, incident, decided.decision(), actor, now);
    if (!decided.postmortem().equals(before)) {
      new Postmortems(tx).keep(incident.number(), decided.postmortem(), now);
    }
    return answer;
  }

  private Editing editing(Incident incident) {
    return new Editing(tx, paper(incident), actor, now);
  }

  private Postmortem about(Incident incident) {
    return new Postmortems(tx).of(incident.number());
  }

  private Paper paper(Incident incident) {
    return new Papers(tx, house.severities()).locked(incident, house.document());
  }

  /** What is added to the answer where the postmortem was shared. */
  Answer shared(Incident incident, Answer answer) {
    return SharedPaper.told(paper(incident), answer);
  }
}
