package io.evenkeel.bot.slack;

import io.evenkeel.bot.read.Elsewhere;
import io.evenkeel.bot.read.Guides;
import io.evenkeel.bot.read.Lists;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Room;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.Card;
import io.evenkeel.bot.view.CardView;
import io.evenkeel.bot.view.FollowThroughView;
import io.evenkeel.bot.view.HelpView;
import io.evenkeel.bot.view.ListView;
import io.evenkeel.bot.view.LoadView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.MomentView;
import io.evenkeel.bot.view.PageView;
import io.evenkeel.bot.view.PaperChecks;
import io.evenkeel.bot.view.PaperView;
import io.evenkeel.bot.view.RunbookView;
import io.evenkeel.bot.view.StatementView;
import io.evenkeel.bot.view.TimelineView;
import io.evenkeel.bot.view.UpkeepView;
import io.evenkeel.bot.view.WorkView;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.StepOrder;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.runbook.Runbook;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is asked and not changed, as a message. */
final class Shows {
  private final Questions questions;
  private final Speakers speakers;

  Shows(Questions questions, Speakers speakers) {
    this.questions = questions;
    this.speakers = speakers;
  }

  Message of(Spoken spoken, Utterance.Question question) {
    return switch (question.asked()) {
      case Asked.Card _ -> card(spoken, question);
      case Asked.Help help -> help.verb() == null ? moment(spoken) : HelpView.of(help.verb());
      case Asked.EveryVerb _ -> HelpView.overview();
      case Asked.Listing listing -> list(spoken, listing);
      case Asked.Timeline asked -> timeline(spoken, question.target(), asked);
      case Asked.Work _ ->
          board(
              "task list",
              spoken,
              question.target(),
              card -> WorkView.work(card.room().incident(), card.board(), spoken.who()));
      case Asked.Actions _ ->
          board(
              "action list",
              spoken,
              question.target(),
              card -> WorkView.actions(card.room().incident(), card.board()));
      case Asked.Pages _ ->
          board(
              "page list",
              spoken,
              question.target(),
              card -> PageView.list(card.room().incident(), card.board().pages()));
      case Asked.Load(var who) -> LoadView.of(load(who, spoken));
      case Asked.Following following -> following(spoken, following);
      case Asked.Statements _ -> statements(spoken, question.target());
      case Asked.Paper(var what) -> AnswerView.message(paper(spoken, question.target(), what));
      case Asked.Budget asked ->
          AnswerView.message(questions.budgets().answer(asked, spoken.now()));
      case Asked.Alerts _ ->
          AnswerView.message(questions.alerts(question.target(), spoken.place(), spoken.who()));
      case Asked.OnCall asked -> AnswerView.message(questions.onCall(asked, spoken.now()));
      case Asked.StandIns asked -> AnswerView.message(questions.standIns(asked, spoken.now()));
      case Asked.Maintenances _ -> AnswerView.message(questions.upkeeps().all(spoken.now()));
      case Asked.Services asked ->
          AnswerView.message(questions.services(asked, spoken.who(), spoken.now()));
      case Asked.Guides _ ->
          guide(questions.guides().list(question.target(), spoken.place(), spoken.who()), null);
      case Asked.Guide asked ->
          guide(
              questions.guides().of(question.target(), spoken.place(), spoken.who(), asked),
              asked.page());
      case Asked.WarRoom _ -> AnswerView.message(room(spoken, question));
    };
  }

  private Optional<Questions.Card> found(Spoken spoken, @Nullable IncidentNumber target) {
    return questions.card(target, spoken.place(), spoken.who());
  }

  private Message card(Spoken spoken, Utterance.Question question) {
    Optional<Questions.Card> card = found(spoken, question.target());
    if (card.isPresent()) {
      return CardView.of(
          new Card(
              card.get().room().incident(),
              card.get().board(),
              card.get().undone(),
              questions.guides().helping(card.get().room().incident()),
              card.get().costs()),
          speakers.roles(),
          speakers.severities());
    }
    IncidentNumber target = question.target();
    return target == null
        ? list(spoken, new Asked.Listing(Utterance.Scope.MINE))
        : AnswerView.message(nothingToSee(target));
  }

  /** What fits where the person is, and where things stand there. */
  private Message moment(Spoken spoken) {
    return found(spoken, null)
        .map(card -> MomentView.in(card.room().incident()))
        .orElseGet(
            () -> MomentView.elsewhere(rows(questions.lists().own(spoken.who())), spoken.now()));
  }

  private Message list(Spoken spoken, Asked.Listing asked) {
    Lists.Page page = questions.lists().incidents(asked, spoken.who());
    return UpkeepView.under(
        ListView.of(asked, rows(page.rooms()), page.more(), spoken.now()),
        questions.upkeeps().worked(spoken.now()));
  }

  private static List<ListView.Row> rows(List<Room> rooms) {
    return rooms.stream()
        .map(room -> new ListView.Row(room.incident(), room.channel(), room.undone()))
        .toList();
  }

  private Message timeline(Spoken spoken, @Nullable IncidentNumber target, Asked.Timeline asked) {
    List<Room> own = List.of();
    var story = questions.stories().timeline(target, spoken.place(), spoken.who(), asked);
    if (story.isEmpty() && target == null) {
      own = questions.lists().own(spoken.who());
      if (own.size() == 1) {
        IncidentNumber only = own.getFirst().incident().number();
        story = questions.stories().timeline(only, null, spoken.who(), asked);
      }
    }
    if (story.isPresent()) {
      var found = story.get();
      return TimelineView.of(
          found.incident(),
          speakers.severities(),
          new TimelineView.Page(
              found.entries(),
              found.putRight(),
              found.correctors(),
              found.page(),
              found.pages(),
              found.hidden(),
              asked.history()));
    }
    return AnswerView.message(
        target == null ? Elsewhere.which("timeline", own) : nothingToSee(target));
  }

  /** What stands beside the incident that is meant: named, here, or the person's only one. */
  private Message board(
      String command,
      Spoken spoken,
      @Nullable IncidentNumber target,
      Function<Questions.Card, Message> shown) {
    var card = found(spoken, target);
    if (card.isPresent()) {
      return shown.apply(card.get());
    }
    if (target != null) {
      return AnswerView.message(nothingToSee(target));
    }
    List<Room> own = questions.lists().own(spoken.who());
    return own.size() == 1
        ? found(spoken, own.getFirst().incident().number())
            .map(shown)
            .orElseGet(() -> AnswerView.message(Elsewhere.which(command, own)))
        : AnswerView.message(Elsewhere.which(command, own));
  }

  private Message following(Spoken spoken, Asked.Following asked) {
    Lists.Following found = questions.lists().actions(asked, spoken.who());
    return FollowThroughView.of(
        asked,
        found.items().stream()
            .map(one -> new FollowThroughView.Row(one.incident(), one.title(), one.item()))
            .toList(),
        found.more(),
        spoken.who());
  }

  private List<LoadView.Row> load(@Nullable Person who, Spoken spoken) {
    return questions.burden(who, spoken.now()).stream()
        .map(one -> new LoadView.Row(one.person(), one.week(), one.month()))
        .toList();
  }

  private Message statements(Spoken spoken, @Nullable IncidentNumber target) {
    return board(
        "statement list",
        spoken,
        target,
        card -> {
          Incident incident = card.room().incident();
          return StatementView.list(
              incident, questions.statements(incident.number()), spoken.who());
        });
  }

  private Answer paper(Spoken spoken, @Nullable IncidentNumber target, Asked.Paper.What what) {
    var paper = questions.paper(target, spoken.place(), spoken.who());
    if (paper.isEmpty()) {
      return target == null
          ? Elsewhere.which("postmortem", questions.lists().own(spoken.who()))
          : nothingToSee(target);
    }
    return switch (what) {
      case PREVIEW -> advised(paper.get(), PaperView.preview(paper.get()));
      case CHECK ->
          advised(paper.get(), PaperChecks.of(paper.get(), questions.names(paper.get()).size()));
      case NAMES -> PaperView.names(paper.get().incident(), questions.names(paper.get()));
      case EDIT, QUESTIONS ->
          Answer.unchanged(
              Prose.of("A form opens. Without it: ")
                  .code("evenkeel export " + paper.get().incident().number() + " > FILE.md")
                  .text(", edit, ")
                  .code("evenkeel import FILE.md --as you")
                  .text("."));
    };
  }

  /** The asker alone sees it. */
  private Answer advised(Paper paper, Answer answer) {
    return speakers.advice().on(paper.text(), answer);
  }

  /** The runbook as it stands once a step of it was ticked; empty for anything else. */
  Optional<Message> followed(Spoken spoken, Utterance.Act act, Answer answer) {
    if (!(act instanceof Utterance.Order order)
        || !(order.command() instanceof Command.Follow(StepOrder step))
        || !answer.recorded()) {
      return Optional.empty();
    }
    var asked = new Asked.Guide(step.runbook(), null);
    return questions.guides().of(answer.incident(), null, spoken.who(), asked)
            instanceof Guides.Guide.Open(Runbook runbook, Incident incident, var done)
        ? Optional.ofNullable(incident)
            .map(found -> RunbookView.after(answer, runbook, found, done, step.step()))
        : Optional.empty();
  }

  /** A runbook as it stands for the incident that is meant. */
  private static Message guide(Guides.Guide guide, @Nullable Integer page) {
    return switch (guide) {
      case Guides.Guide.Unclear(Answer answer) -> AnswerView.message(answer);
      case Guides.Guide.NoSuch(IncidentNumber number) -> AnswerView.message(nothingToSee(number));
      case Guides.Guide.Open open ->
          RunbookView.of(open.runbook(), open.incident(), open.done(), page);
    };
  }

  private Answer room(Spoken spoken, Utterance.Question question) {
    var card = found(spoken, question.target());
    if (card.isEmpty()) {
      IncidentNumber target = question.target();
      return target == null
          ? Elsewhere.which("war-room", questions.lists().own(spoken.who()))
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

  static Answer nothingToSee(IncidentNumber target) {
    return Answer.unchanged(
        Prose.of("There is no " + target + " that you can see. ")
            .code("/incident list all")
            .text(" shows every incident."),
        Offer.plain("Open incidents", "list open"));
  }
}
