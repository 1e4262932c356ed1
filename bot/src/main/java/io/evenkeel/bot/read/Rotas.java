package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.grammar.WhichSchedule;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.oncall.Layer;
import io.evenkeel.oncall.Schedule;
import io.evenkeel.oncall.ScheduleName;
import io.evenkeel.oncall.Schedules;
import io.evenkeel.oncall.Subscribed;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.oncall.Feeds;
import io.evenkeel.persistence.oncall.OnCall;
import io.evenkeel.persistence.oncall.OnDuty;
import io.evenkeel.persistence.oncall.Overrides;
import io.evenkeel.persistence.oncall.Swaps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who is on call, in words. Throws {@link io.evenkeel.persistence.Unavailable} as Questions. */
public final class Rotas {
  /** So many schedules fit into one answer; more are asked for by name. */
  private static final int MOST = 12;

  private final Database database;
  private final Schedules schedules;
  private final Function<ScheduleName, Optional<String>> address;

  /**
   * @param address where a schedule can be subscribed to as a calendar; empty where that is closed
   */
  public Rotas(
      Database database, Schedules schedules, Function<ScheduleName, Optional<String>> address) {
    this.database = database;
    this.schedules = schedules;
    this.address = address;
  }

  Answer onCall(Utterance.Asked.OnCall asked, Instant now) {
    Instant at = asked.at() == null ? now : asked.at();
    String behind = asked.at() == null ? "" : " --at " + asked.at();
    if (asked.schedule() == null && schedules.all().size() > 1) {
      return database.query(Database.COMMAND_LIMIT, tx -> overview(tx, at, now, behind));
    }
    return switch (WhichSchedule.of(
        schedules, asked.schedule(), "", name -> "oncall " + name + behind)) {
      case WhichSchedule.Unclear(Answer answer) -> answer;
      case WhichSchedule.Found(Schedule found) ->
          database.query(Database.COMMAND_LIMIT, tx -> one(tx, found, at, now));
    };
  }

  /** Every schedule with its first layer: whom to call. */
  private Answer overview(Transaction tx, Instant at, Instant now, String behind) {
    var onCall = new OnCall(tx, schedules);
    Prose words = when(Prose.of("On call "), at, now).text(":");
    for (Schedule written : schedules.all().stream().limit(MOST).toList()) {
      Schedule schedule = onCall.schedule(written.name().value(), at).orElse(written);
      List<OnDuty> duties = onCall.known(schedule.onCall(at));
      words = words.text("\n• ").strong(schedule.name().value()).text(": ");
      for (int i = 0; i < duties.size(); i++) {
        String between = i == 0 ? "" : ", " + duties.get(i).shift().layer() + " ";
        words = DutyWords.who(words.text(between), duties.get(i));
      }
    }
    int more = schedules.all().size() - MOST;
    return Answer.unchanged(
        more <= 0
            ? words
            : words
                .text("\n… and " + more + " more: ")
                .code("/incident oncall <schedule>")
                .text("."),
        schedules.all().stream()
            .limit(WhichSchedule.MOST_BUTTONS)
            .map(one -> Offer.plain(one.name().value(), "oncall " + one.name() + behind))
            .toArray(Offer[]::new));
  }

  private Answer one(Transaction tx, Schedule written, Instant at, Instant now) {
    var onCall = new OnCall(tx, schedules);
    Schedule schedule = onCall.schedule(written.name().value(), at).orElse(written);
    Prose words =
        when(Prose.of("On call for ").strong(schedule.name().value()).text(" "), at, now).text(":");
    for (OnDuty duty : onCall.known(schedule.onCall(at))) {
      words = DutyWords.layer(words, onCall, schedule, duty, at);
    }
    for (Layer layer : written.layers()) {
      if (layer.plan() instanceof Subscribed(var url)) {
        words =
            DutyWords.feed(
                words, layer, new Feeds(tx).state(written.name(), layer.name(), url).orElse(null));
      }
    }
    Optional<String> subscribe = address.apply(schedule.name());
    if (subscribe.isPresent()) {
      words =
          words
              .text("\nTo have it in your calendar, subscribe to ")
              .link(subscribe.get(), "this address")
              .text(".");
    }
    int ahead = new Overrides(tx).of(schedule.name(), now).size();
    int waiting = new Swaps(tx).open(schedule.name(), now).size();
    return Answer.unchanged(
        words,
        ahead + waiting == 0
            ? new Offer[0]
            : new Offer[] {
              Offer.plain(
                  "Overrides and swaps (" + (ahead + waiting) + ")",
                  "oncall overrides " + schedule.name())
            });
  }

  private static Prose when(Prose words, Instant at, Instant now) {
    return at.equals(now) ? words.text("now") : words.text("at ").when(at);
  }

  Answer standIns(Utterance.Asked.StandIns asked, Instant now) {
    List<Schedule> wanted = schedules.all();
    if (asked.schedule() != null || wanted.isEmpty()) {
      switch (WhichSchedule.of(
          schedules, asked.schedule(), "", name -> "oncall overrides " + name)) {
        case WhichSchedule.Unclear(Answer answer) -> {
          return answer;
        }
        case WhichSchedule.Found(Schedule found) -> wanted = List.of(found);
      }
    }
    List<Schedule> those = wanted;
    return database.query(Database.COMMAND_LIMIT, tx -> StandInList.of(tx, those, now));
  }
}
