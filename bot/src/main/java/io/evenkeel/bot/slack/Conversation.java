package io.evenkeel.bot.slack;

import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Room;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.Card;
import io.evenkeel.bot.view.CardView;
import io.evenkeel.bot.view.HelpView;
import io.evenkeel.bot.view.ListView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.grammar.Grammar;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The path of a command: words, grammar, desk or question, answer. */
final class Conversation {
  private final Taking desk;
  private final Questions questions;
  private final Speakers speakers;
  private final Supplier<Optional<String>> halted;
  private final Forms forms;

  /**
   * @param halted Slack's word for why it refuses our token; empty while all is well
   */
  Conversation(
      Taking desk, Questions questions, Speakers speakers, Supplier<Optional<String>> halted) {
    this.halted = halted;
    this.desk = desk;
    this.questions = questions;
    this.speakers = speakers;
    forms = new Forms(questions, speakers.severities());
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
      case Utterance.Act act -> Outcome.of(told(take(spoken, speaker, act)));
      case Utterance.Question question -> {
        course.asks();
        yield Outcome.of(show(spoken, question));
      }
      case Utterance.Form form -> {
        course.asks();
        yield forms.asked(spoken, form);
      }
      case Utterance.Misunderstood(Answer answer) -> Outcome.of(answer);
    };
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

  Forms forms() {
    return forms;
  }

  Speaker speaker(Spoken spoken) {
    return speakers.of(spoken);
  }

  private Message show(Spoken spoken, Utterance.Question question) {
    return switch (question.asked()) {
      case Utterance.Asked.Card _ -> card(spoken, question);
      case Utterance.Asked.Help help ->
          help.verb() == null ? HelpView.overview() : HelpView.of(help.verb());
      case Utterance.Asked.Listing(Utterance.Scope scope) -> list(spoken, scope);
      case Utterance.Asked.WarRoom _ -> AnswerView.message(room(spoken, question));
    };
  }

  private Message card(Spoken spoken, Utterance.Question question) {
    Optional<Questions.Card> card = questions.card(question.target(), spoken.place(), spoken.who());
    if (card.isPresent()) {
      return CardView.of(
          new Card(card.get().room().incident(), card.get().board(), card.get().undone()),
          speakers.roles(),
          speakers.severities());
    }
    IncidentNumber target = question.target();
    return target == null
        ? list(spoken, Utterance.Scope.MINE)
        : AnswerView.message(nothingToSee(target));
  }

  private Message list(Spoken spoken, Utterance.Scope scope) {
    List<ListView.Row> rows =
        questions.listing(scope, spoken.who()).stream()
            .map(room -> new ListView.Row(room.incident(), room.channel(), room.undone()))
            .toList();
    return ListView.of(scope, rows, spoken.now());
  }

  private Answer room(Spoken spoken, Utterance.Question question) {
    var card = questions.card(question.target(), spoken.place(), spoken.who());
    if (card.isEmpty()) {
      IncidentNumber target = question.target();
      return target == null
          ? Answer.unchanged(
              Prose.of("This is not an incident's channel. Name the incident: ")
                  .code("/incident war-room INC-12")
                  .text(". A new one gets its channel by itself when it is declared."),
              Offer.plain("Open incidents", "list open"))
          : nothingToSee(target);
    }
    Room room = card.get().room();
    Prose words = Prose.of("").strong(room.incident().label());
    var channel = room.channel();
    return Answer.unchanged(
        channel == null
            ? words
                .text(": its channel is being made and you will be invited. Ask again in a")
                .text(" moment.")
            : words.text(" is worked on in ").room(channel).text("."));
  }

  private static Answer nothingToSee(IncidentNumber target) {
    return Answer.unchanged(
        Prose.of("There is no " + target + " that you can see. ")
            .code("/incident list all")
            .text(" shows every incident."),
        Offer.plain("Open incidents", "list open"));
  }
}
