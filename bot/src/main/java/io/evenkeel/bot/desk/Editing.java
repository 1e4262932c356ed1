package io.evenkeel.bot.desk;

import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Prose;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.postmortem.Postmortems;
import io.evenkeel.persistence.postmortem.Revisions;
import io.evenkeel.postmortem.revision.Answers;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.postmortem.revision.Renewal;
import io.evenkeel.postmortem.revision.Renewed;
import io.evenkeel.postmortem.revision.Revision;
import io.evenkeel.postmortem.revision.Section;
import io.evenkeel.postmortem.revision.Together;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a postmortem its next text. An edit says which revision it was made on; what was recorded
 * in between is kept, and where both changed the same lines the edit is refused.
 */
final class Editing {
  private final Transaction tx;
  private final Paper paper;
  private final EditWords words;
  private final Actor actor;
  private final Instant now;

  /**
   * @param paper of an incident that this transaction has locked
   */
  Editing(Transaction tx, Paper paper, Actor actor, Instant now) {
    this.tx = tx;
    this.paper = paper;
    words = new EditWords(paper);
    this.actor = actor;
    this.now = now;
  }

  Answer renew() {
    if (paper.newest() == null) {
      return words.refused(
          Prose.of("Nothing to renew: nobody has edited the postmortem of ")
              .strong(incident().label())
              .text(", so it is written from the timeline each time it is shown."));
    }
    Renewal renewal = paper.renewal();
    if (renewal.changes().isEmpty()) {
      return words.refused(
          Prose.of("Nothing to renew: the postmortem of ")
              .strong(incident().label())
              .text(" says what the timeline says."));
    }
    append(paper.machine(), renewal.text(), "Renewed from the timeline");
    boolean conflict = renewal.changes().stream().anyMatch(Renewal.Changed::conflict);
    Prose renewed = words.done("is renewed from the timeline").then(Renewed.lines(renewal));
    return words.recorded(
        conflict ? renewed.text("\nTake over what is needed before it is published.") : renewed);
  }

  Answer edit(PostmortemCommand.Edit command) {
    Optional<String> base = base(command.basedOn());
    if (base.isEmpty()) {
      return words.refused(
          Prose.of("Nothing was recorded: the postmortem of ")
              .strong(incident().label())
              .text(" has no revision " + command.basedOn() + ". The newest is ")
              .text(paper.revision() + "."));
    }
    String section = command.section();
    Optional<String> edited =
        section == null
            ? Optional.of(command.text())
            : Section.replace(base.get(), section, command.text());
    if (edited.isEmpty()) {
      return words.refused(
          Prose.of("Nothing was recorded: that section is not in revision " + command.basedOn())
              .text(". Open the form again."));
    }
    String what = section == null ? "all of it" : section.replaceFirst("^\\d+:", "");
    return switch (Together.of(base.get(), paper.text(), edited.get())) {
      case Together.Clash(String heading) -> words.clash(heading);
      case Together.Merged(String text) -> put(text, "Edited: " + what, "is edited");
    };
  }

  Answer answer(PostmortemCommand.Answer given) {
    var answers =
        new Answers(
            given.impact(), given.surprised(), given.helped(), given.luck(), given.unlucky());
    return put(answers.in(paper.text()), "Four questions answered", "has your answers");
  }

  /** There is a revision from now on: the draft as it is written now. */
  void begin() {
    if (paper.newest() == null) {
      new Revisions(tx).append(incident().number(), first());
    }
  }

  private Answer put(String text, String why, String done) {
    if (text.equals(paper.text())) {
      return words.refused(
          Prose.of("Nothing changed: the postmortem of ")
              .strong(incident().label())
              .text(" says that already."));
    }
    Revision newest = paper.newest();
    append(newest == null ? paper.machine() : newest.machine(), text, why);
    return words.recorded(words.done(done));
  }

  private void append(String machine, String text, String why) {
    begin();
    int number = Math.max(1, paper.revision()) + 1;
    new Revisions(tx)
        .append(incident().number(), new Revision(number, actor, machine, text, why, now));
    Postmortem about = paper.about();
    if (about.state().settled()) {
      new Postmortems(tx).keep(incident().number(), about.toBeReviewed(), now);
    }
  }

  private Revision first() {
    return new Revision(1, new Actor.Evenkeel(), paper.machine(), paper.machine(), "Drafted", now);
  }

  /** What was edited; the draft as it is now where there was no revision yet. */
  private Optional<String> base(int number) {
    if (number == paper.revision() || (number == 0 && paper.newest() == null)) {
      return Optional.of(paper.text());
    }
    return new Revisions(tx).of(incident().number(), Math.max(1, number)).map(Revision::text);
  }

  private Incident incident() {
    return paper.incident();
  }
}
