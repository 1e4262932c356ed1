package io.evenkeel.bot.plain;

import io.evenkeel.bot.read.Elsewhere;
import io.evenkeel.bot.read.Guides;
import io.evenkeel.bot.read.Lists;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Room;
import io.evenkeel.bot.view.LoadView;
import io.evenkeel.bot.view.PageView;
import io.evenkeel.bot.view.PaperChecks;
import io.evenkeel.bot.view.PaperView;
import io.evenkeel.bot.view.Plain;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked and not changed, in plain lines. */
final class Shows {
  private final Questions questions;
  private final Roles roles;
  private final SeverityScale severities;

  Shows(Questions questions, Roles roles, SeverityScale severities) {
    this.questions = questions;
    this.roles = roles;
    this.severities = severities;
  }

  Reply of(Utterance.Question question, @Nullable ChannelId place, PersonId asker, Instant now) {
    return switch (question.asked()) {
      case Utterance.Asked.Card _ -> card(question.target(), place, asker, now);
      case Utterance.Asked.Help(Verb verb) -> shown(null, verb == null ? overview() : help(verb));
      case Utterance.Asked.EveryVerb _ -> shown(null, overview());
      case Utterance.Asked.Listing listing -> shown(null, list(listing, asker, now));
      case Utterance.Asked.Timeline asked -> timeline(question.target(), place, asker, asked);
      case Utterance.Asked.Work _ ->
          board("task list", question.target(), place, asker, WorkText::work);
      case Utterance.Asked.Actions _ ->
          board("action list", question.target(), place, asker, WorkText::actions);
      case Utterance.Asked.Pages _ ->
          board("page list", question.target(), place, asker, Shows::pages);
      case Utterance.Asked.Load(var who) ->
          Wire.answered(Answer.unchanged(LoadView.words(load(who, now))), Reply.Kind.SHOWN);
      case Utterance.Asked.Following following ->
          shown(null, WorkText.following(following, questions.lists().actions(following, asker)));
      case Utterance.Asked.Statements _ -> statements(question.target(), place, asker);
      case Utterance.Asked.Paper(var what) -> paper(question.target(), place, asker, what);
      case Utterance.Asked.Alerts _ ->
          Wire.answered(questions.alerts(question.target(), place, asker), Reply.Kind.SHOWN);
      case Utterance.Asked.OnCall asked ->
          Wire.answered(questions.onCall(asked, now), Reply.Kind.SHOWN);
      case Utterance.Asked.StandIns asked ->
          Wire.answered(questions.standIns(asked, now), Reply.Kind.SHOWN);
      case Utterance.Asked.Maintenances _ ->
          Wire.answered(questions.upkeeps().all(now), Reply.Kind.SHOWN);
      case Utterance.Asked.Budget asked ->
          Wire.answered(questions.budgets().answer(asked, now), Reply.Kind.SHOWN);
      case Utterance.Asked.Services asked ->
          Wire.answered(questions.services(asked, asker, now), Reply.Kind.SHOWN);
      case Utterance.Asked.Guides _ ->
          guide(questions.guides().list(question.target(), place, asker));
      case Utterance.Asked.Guide asked ->
          guide(questions.guides().of(question.target(), place, asker, asked));
      case Utterance.Asked.WarRoom _ -> room(question.target(), place, asker);
    };
  }

  private Reply card(
      @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker, Instant now) {
    var card = questions.card(target, place, asker);
    if (card.isPresent()) {
      var incident = card.get().room().incident();
      return shown(incident.number(), CardText.of(card.get(), roles, severities, now));
    }
    return target == null
        ? shown(null, list(new Utterance.Asked.Listing(Utterance.Scope.MINE), asker, now))
        : nothing(target);
  }

  private Reply room(@Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    var card = questions.card(target, place, asker);
    if (card.isEmpty()) {
      return target == null
          ? Wire.answered(
              Elsewhere.which("war-room", questions.lists().own(asker)), Reply.Kind.REFUSED)
          : nothing(target);
    }
    Room room = card.get().room();
    var channel = room.channel();
    return shown(
        room.incident().number(),
        room.incident().label()
            + (channel == null
                ? ": its channel is being made."
                : " is worked on in the channel " + channel + "."));
  }

  private Reply paper(
      @Nullable IncidentNumber target,
      @Nullable ChannelId place,
      PersonId asker,
      Utterance.Asked.Paper.What what) {
    var paper = questions.paper(target, place, asker);
    if (paper.isEmpty()) {
      return target == null
          ? Wire.answered(
              Elsewhere.which("postmortem", questions.lists().own(asker)), Reply.Kind.REFUSED)
          : nothing(target);
    }
    return switch (what) {
      case PREVIEW -> Wire.answered(PaperView.preview(paper.get()), Reply.Kind.SHOWN);
      case CHECK ->
          Wire.answered(
              PaperChecks.of(paper.get(), questions.names(paper.get()).size()), Reply.Kind.SHOWN);
      case NAMES ->
          Wire.answered(
              PaperView.names(paper.get().incident(), questions.names(paper.get())),
              Reply.Kind.SHOWN);
      case EDIT, QUESTIONS -> {
        var number = paper.get().incident().number();
        yield shown(
            number,
            "Forms open in Slack alone. Here: export "
                + number
                + " to a file, edit it, and import the file; or GET and PUT"
                + " /api/v1/incidents/"
                + number
                + "/postmortem.");
      }
    };
  }

  private static Reply guide(Guides.Guide guide) {
    return switch (guide) {
      case Guides.Guide.Unclear(Answer answer) -> Wire.answered(answer, Reply.Kind.SHOWN);
      case Guides.Guide.NoSuch(IncidentNumber number) -> nothing(number);
      case Guides.Guide.Open open ->
          shown(
              open.incident() == null ? null : open.incident().number(),
              RunbookText.of(open.runbook(), open.done()));
    };
  }

  private Reply board(
      String command,
      @Nullable IncidentNumber target,
      @Nullable ChannelId place,
      PersonId asker,
      Function<Board, String> words) {
    var card = questions.card(target, place, asker);
    if (card.isPresent()) {
      return shown(card.get().room().incident().number(), words.apply(card.get().board()));
    }
    return target == null
        ? Wire.answered(Elsewhere.which(command, questions.lists().own(asker)), Reply.Kind.REFUSED)
        : nothing(target);
  }

  private static String pages(Board board) {
    return board.pages().isEmpty()
        ? "Nobody was paged. To page somebody: page @name <what is wrong>"
        : board.pages().reversed().stream()
            .map(page -> Plain.of(PageView.words(page)))
            .collect(Collectors.joining("\n"));
  }

  private List<LoadView.Row> load(@Nullable Person who, Instant now) {
    return questions.burden(who, now).stream()
        .map(one -> new LoadView.Row(one.person(), one.week(), one.month()))
        .toList();
  }

  private Reply statements(
      @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker) {
    var card = questions.card(target, place, asker);
    if (card.isPresent()) {
      IncidentNumber number = card.get().room().incident().number();
      return shown(number, WorkText.statements(questions.statements(number)));
    }
    return target == null
        ? Wire.answered(
            Elsewhere.which("statement list", questions.lists().own(asker)), Reply.Kind.REFUSED)
        : nothing(target);
  }

  private static Reply nothing(IncidentNumber target) {
    return Wire.answered(
        Answer.unchanged(
            Prose.of("There is no " + target + " that you can see."),
            Offer.plain("Every incident", "list all")),
        Reply.Kind.REFUSED);
  }

  private String list(Utterance.Asked.Listing asked, PersonId asker, Instant now) {
    Prose worked = questions.upkeeps().worked(now);
    return incidents(asked, asker, now)
        + (worked == null ? "" : "\n" + PlainAnswer.of(worked, List.of()));
  }

  private String incidents(Utterance.Asked.Listing asked, PersonId asker, Instant now) {
    Lists.Page page = questions.lists().incidents(asked, asker);
    if (page.rooms().isEmpty()) {
      return "There is none. To declare one: declare <what is wrong>";
    }
    String lines =
        page.rooms().stream()
            .map(room -> CardText.line(room, now))
            .collect(Collectors.joining("\n"));
    return page.more() ? lines + "\n- Older: " + asked.turnedTo(asked.page() + 1) : lines;
  }

  private Reply timeline(
      @Nullable IncidentNumber target,
      @Nullable ChannelId place,
      PersonId asker,
      Utterance.Asked.Timeline asked) {
    var story = questions.stories().timeline(target, place, asker, asked);
    if (story.isPresent()) {
      return shown(story.get().incident().number(), StoryText.of(story.get()));
    }
    return target == null
        ? Wire.answered(
            Elsewhere.which("timeline", questions.lists().own(asker)), Reply.Kind.REFUSED)
        : nothing(target);
  }

  private static String overview() {
    return Arrays.stream(Verb.values())
        .map(verb -> verb.form() + ": " + verb.purpose())
        .collect(Collectors.joining("\n"));
  }

  private static String help(Verb verb) {
    return verb.form() + ": " + verb.purpose() + ". For example: " + verb.example();
  }

  private static Reply shown(@Nullable IncidentNumber incident, String words) {
    return new Reply.Answered(incident, words, false, Reply.Kind.SHOWN);
  }
}
