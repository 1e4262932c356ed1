package io.evenkeel.bot.plain;

import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.grammar.Directory;
import io.evenkeel.grammar.Grammar;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.Verb;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.PostmortemCommand;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.InDoubt;
import io.evenkeel.persistence.NotRecorded;
import io.evenkeel.persistence.Unavailable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is said for somebody outside Slack: the same grammar, the same rules, the same answer,
 * in plain words. Whoever is named sees and may do what they could in Slack, and no more.
 */
public final class Wire {
  private static final String IN_DOUBT =
      "This may be recorded: the database has not said yet. Send the same again with the same key,"
          + " which settles it and does it only once.";
  private static final String NOT_RECORDED =
      "NOT recorded: the database does not answer. Nothing was changed; try again in a minute.";

  private final Desk desk;
  private final Questions questions;
  private final House house;
  private final Shows shows;

  /**
   * Who is known here, and what words mean.
   *
   * @param zones the zone in which a person reads clocks
   * @param callUrl where calls are held, with {@code {incident}} in it; null where that is not
   *     known
   */
  public record House(
      Directory directory,
      Function<PersonId, ZoneId> zones,
      SeverityScale severities,
      Roles roles,
      @Nullable String callUrl) {}

  public Wire(Desk desk, Questions questions, House house) {
    this.desk = desk;
    this.questions = questions;
    this.house = house;
    shows = new Shows(questions, house.roles(), house.severities());
  }

  /**
   * Says it. Never throws for any text.
   *
   * @param now UTC at microseconds
   */
  public Reply hear(Request request, Instant now) {
    try {
      return named(known(request, now));
    } catch (InDoubt _) {
      return new Reply.InDoubt(IN_DOUBT);
    } catch (NotRecorded | Unavailable _) {
      return new Reply.NotRecorded(NOT_RECORDED);
    }
  }

  /**
   * A postmortem as it comes back from wherever it was edited, said for somebody.
   *
   * @param revision that was edited; 0 for the draft before there was any
   */
  public record Written(
      String token, String key, String as, IncidentNumber incident, int revision, String text) {
    private String body() {
      return incident + " " + revision + " " + as + " " + text;
    }
  }

  /**
   * Records it as the postmortem's next revision. Never throws for any text.
   *
   * @param now UTC at microseconds
   */
  public Reply write(Written written, Instant now) {
    List<Person> people = people(written.as());
    if (people.size() != 1) {
      return new Reply.Unknown(nobody(written.as(), people));
    }
    var order =
        new Utterance.Order(
            Verb.POSTMORTEM,
            "",
            written.incident(),
            new PostmortemCommand.Edit(written.revision(), null, written.text()));
    try {
      Desk.Taken taken =
          desk.take(
              InboxKey.rest(written.token(), written.key(), written.body()),
              order,
              new Actor.Via(written.token(), people.getFirst()),
              null,
              now);
      return taken.sameRequest()
          ? answered(
              taken.answer(), taken.answer().recorded() ? Reply.Kind.RECORDED : Reply.Kind.REFUSED)
          : other();
    } catch (InDoubt _) {
      return new Reply.InDoubt(IN_DOUBT);
    } catch (NotRecorded | Unavailable _) {
      return new Reply.NotRecorded(NOT_RECORDED);
    }
  }

  private Reply known(Request request, Instant now) {
    List<Person> people = people(request.as());
    if (people.size() != 1) {
      return new Reply.Unknown(nobody(request.as(), people));
    }
    Person person = people.getFirst();
    Optional<ChannelId> place = place(request, person);
    if (request.channel() != null && place.isEmpty()) {
      return new Reply.Unknown(
          "Nothing was recorded: \""
              + request.channel()
              + "\" is no channel that I know. Give a channel's id such as C024BE91L, the name of"
              + " an incident's channel such as #inc-12-api-down, or leave it out and name the"
              + " incident in the text.");
    }
    var speaker =
        new Speaker(
            person,
            now,
            house.zones().apply(person.id()),
            house.directory(),
            house.severities(),
            house.roles(),
            place.orElse(null),
            house.callUrl());
    return heard(request, speaker, place.orElse(null));
  }

  private Reply heard(Request request, Speaker speaker, @Nullable ChannelId place) {
    Utterance heard = Grammar.parse(request.text(), speaker);
    if (!(heard instanceof Utterance.Act) && desk.heldByAnother(key(request))) {
      return other();
    }
    return switch (heard) {
      case Utterance.Act act -> taken(request, speaker, act, place);
      case Utterance.Question question ->
          shows.of(question, place, speaker.person().id(), speaker.now());
      case Utterance.Form form -> answered(form.otherwise(), Reply.Kind.MISUNDERSTOOD);
      case Utterance.Amend amend -> answered(amend.otherwise(), Reply.Kind.MISUNDERSTOOD);
      case Utterance.Misunderstood(Answer answer) -> answered(answer, Reply.Kind.MISUNDERSTOOD);
    };
  }

  private Reply taken(
      Request request, Speaker speaker, Utterance.Act act, @Nullable ChannelId place) {
    var actor = new Actor.Via(request.token(), speaker.person());
    Desk.Taken taken = desk.take(key(request), act, actor, place, speaker.now());
    if (!taken.sameRequest()) {
      return other();
    }
    return answered(
        taken.answer(), taken.answer().recorded() ? Reply.Kind.RECORDED : Reply.Kind.REFUSED);
  }

  private static InboxKey key(Request request) {
    return InboxKey.rest(request.token(), request.key(), request.body());
  }

  private static Reply other() {
    return new Reply.OtherRequest(
        "Nothing was recorded: this key came with something else before. Use a new key for each"
            + " request, and the same only to repeat one.");
  }

  private Reply named(Reply reply) {
    return reply instanceof Reply.Answered answered
        ? new Reply.Answered(
            answered.incident(),
            PlainAnswer.named(answered.words(), house.directory()),
            answered.recorded(),
            answered.kind())
        : reply;
  }

  static Reply.Answered answered(Answer answer, Reply.Kind kind) {
    return new Reply.Answered(answer.incident(), PlainAnswer.of(answer), answer.recorded(), kind);
  }

  private List<Person> people(String typed) {
    String name = typed.strip().replaceFirst("^@", "");
    if (name.isEmpty()) {
      return List.of();
    }
    var known = house.directory().byId(new PersonId(name));
    if (known.isPresent()) {
      return List.of(known.get());
    }
    List<Person> named = house.directory().named(name);
    var exactly = named.stream().filter(person -> person.name().equalsIgnoreCase(name)).toList();
    // A first name may be that of several; a user name is one's own.
    return exactly.size() == 1 ? exactly : named;
  }

  private static String nobody(String typed, List<Person> people) {
    if (people.isEmpty()) {
      return "Nothing was recorded: I know nobody called \""
          + typed
          + "\". Give the user name that Slack shows, or the user id.";
    }
    return "Nothing was recorded: \""
        + typed
        + "\" may be "
        + String.join(" or ", people.stream().map(p -> p.name() + " (" + p.id() + ")").toList())
        + ". Give the id.";
  }

  private Optional<ChannelId> place(Request request, Person person) {
    return Optional.ofNullable(request.channel())
        .flatMap(typed -> Places.of(typed, house.directory(), questions, person.id()));
  }
}
