package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.drill.Planned;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What can be done about a drill's entry in its channel, with one press. */
public final class DrillView {
  private DrillView() {}

  /** The same message, with buttons where one of the entries asks for something. */
  public static Message under(Message message, Incident incident, List<TimelineEntry> entries) {
    if (incident.mode() != Mode.DRILL) {
      return message;
    }
    List<Offer> offers =
        entries.stream()
            .filter(entry -> entry.kind() == EntryKind.MEASURED)
            .map(TimelineEntry::text)
            .filter(Objects::nonNull)
            .map(text -> offers(incident, text))
            .filter(some -> !some.isEmpty())
            .reduce((_, later) -> later)
            .orElse(List.of());
    if (offers.isEmpty()) {
      return message;
    }
    var blocks = new ArrayList<LayoutBlock>(message.blocks());
    blocks.addAll(Buttons.row(List.of(), offers));
    return new Message(message.text(), blocks);
  }

  private static List<Offer> offers(Incident incident, String text) {
    String here = " --incident-id " + incident.number();
    Offer abort = Offer.danger("Abort", "drill abort --reason \"a person said so\"" + here);
    Optional<Integer> step = Planned.read(text);
    if (step.isPresent()) {
      return List.of(Offer.primary("Done", "drill next " + step.get() + here), abort);
    }
    if (text.startsWith("[")) {
      return List.of(Offer.plain("Where it stands", "drill status" + here), abort);
    }
    if (text.startsWith("Before: ") && text.matches("(?s).*(which has to be|was not measured).*")) {
      return List.of(Offer.plain("Go on all the same", "drill next 1" + here), abort);
    }
    if (text.startsWith("Drill over.") || text.startsWith("Replay of ")) {
      return List.of(
          Offer.primary("Report", "drill report" + here), Offer.plain("Resolve", "resolve" + here));
    }
    return List.of();
  }
}
