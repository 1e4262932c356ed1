package io.evenkeel.bot.slack;

import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.view.Message;
import io.evenkeel.grammar.Grammar;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import java.util.Optional;
import java.util.function.Supplier;

/** The path of a command: words, grammar, desk or question, answer. */
final class Conversation {
  private final Taking desk;
  private final Speakers speakers;
  private final Supplier<Optional<String>> halted;
  private final Forms forms;
  private final Shows shows;
  private final Amending amending;

  /**
   * @param halted Slack's word for why it refuses our token; empty while all is well
   */
  Conversation(
      Taking desk, Questions questions, Speakers speakers, Supplier<Optional<String>> halted) {
    this.halted = halted;
    this.desk = desk;
    this.speakers = speakers;
    forms = new Forms(questions, speakers);
    shows = new Shows(questions, speakers);
    amending = new Amending(questions);
  }

  /**
   * What was said, done.
   *
   * @param text what follows {@code /incident}, with Slack's escapes as they came
   * @param course is told when nothing is changed by it
   */
  Outcome hear(Spoken spoken, String text, Course course) {
    Speaker speaker = speakers.of(spoken);
    return switch (Grammar.parse(text, speaker)) {
      case Utterance.Act act -> {
        Answer answer = told(take(spoken, speaker, act));
        yield shows.followed(spoken, act, answer).map(Outcome::of).orElse(Outcome.of(answer));
      }
      case Utterance.Question question -> {
        course.asks();
        yield shown(spoken, question);
      }
      case Utterance.Form form -> {
        course.asks();
        yield forms.asked(spoken, form);
      }
      case Utterance.Amend amend -> {
        course.asks();
        yield amending.asked(spoken, amend, speaker.zone());
      }
      case Utterance.Misunderstood(Answer answer) -> Outcome.of(answer);
    };
  }

  /** As a form where it is one, with the same in words where no form can open. */
  private Outcome shown(Spoken spoken, Utterance.Question question) {
    Message words = shows.of(spoken, question);
    return question.asked() instanceof Utterance.Asked.Paper(var what)
        ? forms
            .paper(spoken, question.target(), what, null)
            .map(view -> new Outcome(words, new Outcome.Form(view, words)))
            .orElseGet(() -> Outcome.of(words))
        : Outcome.of(words);
  }

  /** Has it recorded. */
  Answer take(Spoken spoken, Utterance.Act act) {
    return take(spoken, speakers.of(spoken), act);
  }

  private Answer take(Spoken spoken, Speaker speaker, Utterance.Act act) {
    Actor actor = new Actor.Human(speaker.person());
    return desk.handle(spoken.key(), act, actor, spoken.place(), spoken.now());
  }

  /** While Slack takes nothing from us, whoever has something recorded reads that it is so. */
  Answer told(Answer answer) {
    Optional<String> why = halted.get();
    return why.isEmpty() || !answer.recorded()
        ? answer
        : new Answer(
            answer.incident(),
            true,
            answer
                .words()
                .text("\n⚠️ Slack refuses Evenkeel's token (")
                .code(why.get())
                .text("), so nothing is posted until whoever runs Evenkeel renews it. It is")
                .text(" recorded, and all of it follows then."),
            answer.offers());
  }

  /** With what could be asked instead in what they wrote; only they see it. */
  Answer advised(String written, Answer answer) {
    return answer.recorded() ? speakers.advice().on(written, answer) : answer;
  }

  Forms forms() {
    return forms;
  }

  Speaker speaker(Spoken spoken) {
    return speakers.of(spoken);
  }
}
