package io.evenkeel.bot.plain;

import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Room;
import io.evenkeel.bot.view.Mrkdwn;
import io.evenkeel.incident.Board;
import io.evenkeel.incident.Claim;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Link;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Roles;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TPlus;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An incident in plain lines: what the status card shows. */
final class CardText {
  private CardText() {}

  /** In one line: severity, status, since when, who commands. */
  static String line(Room room, Instant now) {
    Incident incident = room.incident();
    return incident.label() + " · " + state(incident, now) + " · " + commander(incident);
  }

  static String of(Questions.Card card, Roles roles, SeverityScale severities, Instant now) {
    Room room = card.room();
    Incident incident = room.incident();
    var lines = new ArrayList<String>();
    lines.add(incident.label());
    String meaning =
        severities
            .level(incident.severity())
            .map(level -> " (" + level.word() + ": " + level.meaning() + ")")
            .orElse("");
    lines.add(state(incident, now) + meaning);
    for (var entry : roles.entries()) {
      lines.add(
          entry.role().words()
              + ": "
              + incident
                  .holder(entry.role())
                  .map(held -> held.person().name() + (held.acting() ? " (acting)" : ""))
                  .orElse("nobody yet"));
    }
    if (!incident.services().isEmpty()) {
      lines.add("services: " + String.join(", ", incident.services()));
    }
    news(incident, lines);
    board(card.board(), lines);
    card.costs().forEach(cost -> lines.add("error budget burned: " + cost.brief()));
    if (room.undone() > 0) {
      lines.add(room.undone() + " could not be done in Slack. To try again: retry");
    }
    return String.join("\n", lines);
  }

  private static void board(Board board, List<String> lines) {
    for (Claim claim : board.openClaims()) {
      lines.add(claim.person().name() + " is doing: " + claim.text());
    }
    for (Task task : board.openTasks()) {
      lines.add("task " + task.number() + ", " + task.assignee().name() + ": " + task.text());
    }
    board.call().ifPresent(call -> lines.add("call: " + call.url()));
    for (Link link : board.links()) {
      if (link.kind() == Link.Kind.LINK) {
        lines.add("link: " + link.title() + " " + link.url());
      }
    }
  }

  private static void news(Incident incident, List<String> lines) {
    var update = incident.update();
    if (update == null) {
      lines.add("latest update: none yet");
    } else {
      lines.add("latest update, " + at(incident, update.at()) + ": " + update.text());
      Instant next = update.next();
      if (next != null && incident.open()) {
        lines.add("next update: " + at(incident, next));
      }
    }
    if (incident.resolution() != null) {
      lines.add("resolution: " + Objects.requireNonNull(incident.resolution()));
    }
  }

  private static String at(Incident incident, Instant at) {
    return Mrkdwn.clock(at) + " (" + TPlus.label(incident.zero(), at) + ")";
  }

  private static String state(Incident incident, Instant now) {
    String state =
        incident.severity()
            + (incident.severityAssumed() ? " (assumed)" : "")
            + " · "
            + incident.status().word();
    if (incident.open()) {
      state += " · " + TPlus.label(incident.zero(), now);
    }
    if (incident.mode() != Mode.LIVE) {
      state += " · " + incident.mode().word();
    }
    return incident.visibility() == Visibility.PRIVATE ? state + " · private" : state;
  }

  private static String commander(Incident incident) {
    return incident
        .commander()
        .map(held -> held.person().name() + (held.acting() ? " acting commander" : " commander"))
        .orElse("nobody commands");
  }
}
