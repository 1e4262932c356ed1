package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.AlertView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.incident.AlertGroup;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.alert.AlertGroups;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.incident.Incidents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts the card that asks what is to become of alerts, in the announcement channel. */
final class PostsAlerts implements Action {
  private static final int OFFERED = 3;

  private final int group;
  private final SaysInChannel saying;

  private PostsAlerts(int group, SaysInChannel saying) {
    this.group = group;
    this.saying = saying;
  }

  static Action post(
      Transaction tx, int group, SeverityScale scale, AnnouncementChannel channel, String name) {
    return new PostsAlerts(group, new SaysInChannel(channel, name, message(tx, group, scale)));
  }

  /** What was never posted is left. */
  static Action refresh(Transaction tx, int group, SeverityScale scale) {
    Optional<SlackObject> card = new AlertGroups(tx).card(group);
    Message newest = message(tx, group, scale);
    return card.<Action>map(there -> new Edits(there, () -> newest)).orElseGet(Passed::new);
  }

  private static Message message(Transaction tx, int number, SeverityScale scale) {
    var groups = new AlertGroups(tx);
    AlertGroup group =
        groups.find(number).orElseThrow(() -> new Scene.Missing("the group A-" + number));
    String severity = group.severity();
    boolean asks = group.state() == AlertGroup.State.PROPOSED;
    return AlertView.card(
        group,
        groups.tally(number),
        severity == null ? null : scale.find(severity).orElse(null),
        asks ? open(new Incidents(tx), group.service()) : List.of(),
        seen(new Incidents(tx), group.incident()));
  }

  /** Those of its service; where there are none, the newest. */
  private static List<Incident> open(Incidents incidents, @Nullable String service) {
    List<Incident> same = service == null ? List.of() : wanted(incidents, service);
    return same.isEmpty() ? wanted(incidents, null) : same;
  }

  private static List<Incident> wanted(Incidents incidents, @Nullable String service) {
    var wanted = new Incidents.Wanted(true, false, null, service);
    return incidents.wanted(wanted, Person.EVENKEEL.id(), 20, 0).stream()
        .filter(incident -> incident.mode() == Mode.LIVE)
        .limit(OFFERED)
        .toList();
  }

  private static @Nullable Incident seen(Incidents incidents, @Nullable IncidentNumber number) {
    return number == null
        ? null
        : incidents
            .find(number)
            .filter(incident -> incident.visibility() == Visibility.PUBLIC)
            .orElse(null);
  }

  @Override
  public String method() {
    return saying.method();
  }

  @Override
  public String place() {
    return saying.place();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    SlackObject posted = saying.perform(attempt).values().iterator().next();
    return Map.of(Purpose.ofAlerts(group), posted);
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) throws SlackFault {
    return saying
        .sought(attempt)
        .map(sought ->
            new Sought(sought.channel(), sought.thread(), sought.file(), Purpose.ofAlerts(group)));
  }
}
