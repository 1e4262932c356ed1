package io.evenkeel.chaos.check;

import com.slack.api.util.json.GsonFactory;
import io.evenkeel.bot.view.AnnouncementView;
import io.evenkeel.bot.view.Card;
import io.evenkeel.bot.view.CardView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.Topic;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditVerdict;
import io.evenkeel.persistence.board.Boards;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.incident.Verdict;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Card, announcement and topic show the incident as it stands, with the standard severities and
 * roles; and its timeline verifies. Where something is open or parked, nothing is claimed of the
 * card, which tells of it; nor of what an open or parked edit would show.
 */
final class NewestState {
  private static final SeverityScale SEVERITIES = SeverityScale.STANDARD;

  private final Database database;
  private final Tables tables;
  private final Seen seen;
  private final Set<String> unsettled = new HashSet<>();
  private final Set<Integer> whole;

  NewestState(Database database, Tables tables, Seen seen) {
    this.database = database;
    this.tables = tables;
    this.seen = seen;
    whole = new HashSet<>(tables.incidents());
    for (Tables.Effect effect : tables.effects()) {
      if (!effect.done() && !effect.state().equals("SUPERSEDED")) {
        whole.remove(effect.incident());
        unsettled.add(effect.incident() + " " + effect.kind());
      }
    }
  }

  void check(int number, Consumer<Finding> found) {
    var incident = new IncidentNumber(number);
    chain(incident, found);
    Incident now = database.query(tx -> new Incidents(tx).find(incident)).orElseThrow();
    Tables.Thing channel = tables.thing(number, "channel");
    if (whole.contains(number)) {
      Board board = database.query(tx -> new Boards(tx).of(incident));
      shown(
          number,
          "card",
          CardView.of(new Card(now, board, List.of()), Roles.STANDARD, SEVERITIES),
          found);
    }
    if (!unsettled.contains(number + " refresh-announcement")) {
      shown(number, "announcement", announcement(now, channel), found);
    }
    if (!unsettled.contains(number + " set-topic") && channel != null) {
      topic(now, seen.channels().get(channel.channel()), found);
    }
  }

  /** The audit has one chain for all. */
  void audit(Consumer<Finding> found) {
    switch (database.query(tx -> new Audit(tx).verify())) {
      case AuditVerdict.Sound _ -> {
        // As it should be.
      }
      case AuditVerdict.Broken(long seq, String why) ->
          found.accept(new Finding(Finding.What.CHAIN, "audit entry " + seq + ": " + why));
    }
  }

  private void chain(IncidentNumber incident, Consumer<Finding> found) {
    switch (database.query(tx -> new Timeline(tx).verify(incident))) {
      case Verdict.Sound _ -> {
        // As it should be.
      }
      case Verdict.Broken(int seq, String why) ->
          found.accept(new Finding(Finding.What.CHAIN, incident + " entry " + seq + ": " + why));
    }
  }

  private static Message announcement(Incident incident, Tables.@Nullable Thing channel) {
    return AnnouncementView.of(
        incident, SEVERITIES, channel == null ? null : new ChannelId(channel.channel()));
  }

  private void shown(int number, String purpose, Message newest, Consumer<Finding> found) {
    Tables.Thing thing = tables.thing(number, purpose);
    if (thing == null) {
      return;
    }
    seen.ours().stream()
        .filter(post ->
            post.channel().equals(thing.channel()) && post.message().ts().equals(thing.id()))
        .findFirst()
        .ifPresent(post -> {
          JsonNode wanted =
              plain(Json.parse(GsonFactory.createSnakeCase().toJson(newest.blocks())));
          JsonNode is = post.message().blocks();
          if (is == null || !wanted.equals(plain(is))) {
            found.accept(
                Finding.lost(
                    ("the %s of INC-%d does not show the newest state. It shows %s and should show"
                            + " %s")
                        .formatted(purpose, number, is, wanted)));
          }
        });
  }

  private static void topic(Incident incident, @Nullable Channel channel, Consumer<Finding> found) {
    if (channel == null) {
      return;
    }
    String is =
        channel.topic().value().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    if (!is.equals(Topic.of(incident))) {
      found.accept(
          Finding.lost(
              "the topic of #%s is \"%s\" and should be \"%s\""
                  .formatted(channel.name(), is, Topic.of(incident))));
    }
  }

  /** Without the ids that Slack gives where there are none. */
  private static JsonNode plain(JsonNode blocks) {
    JsonNode copy = blocks.deepCopy();
    copy.findParents("block_id").forEach(node -> ((ObjectNode) node).remove("block_id"));
    copy.findParents("action_id").forEach(node -> ((ObjectNode) node).remove("action_id"));
    return copy;
  }
}
