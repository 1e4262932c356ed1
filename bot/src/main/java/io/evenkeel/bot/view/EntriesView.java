package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.Actor;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.TPlus;
import io.evenkeel.incident.TimelineEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the timeline gained by one command, as one message: in the channel or in a thread. */
public final class EntriesView {
  /** More than any command records at once. */
  private static final int LINES = 30;

  /** Their link leads to what was found or done; that of all others to what somebody wrote. */
  private static final Set<EntryKind> WITH_EVIDENCE =
      EnumSet.of(EntryKind.NOTE, EntryKind.ACTION, EntryKind.ALERT);

  private EntriesView() {}

  /**
   * Where the timeline stood, shown under a resolution so that a later cut or rewrite would show.
   *
   * @param hash hexadecimal; its first 12 characters are shown
   */
  public record Head(int count, String hash) {}

  /**
   * @param head shown when one of the entries is the resolution; null when it is not known
   */
  public static Message of(
      Incident incident,
      SeverityScale severities,
      List<TimelineEntry> entries,
      @Nullable Head head) {
    var lines = new ArrayList<RichLine>();
    for (TimelineEntry entry : entries.subList(0, Math.min(LINES, entries.size()))) {
      lines.add(line(incident, severities, entry));
    }
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(RichLine.block(lines));
    boolean resolved = entries.stream().anyMatch(entry -> entry.kind() == EntryKind.RESOLVED);
    if (resolved && head != null) {
      blocks.add(
          ContextBlock.builder()
              .elements(
                  List.of(
                      markdownText(
                          "Timeline: %d entries, head `%s`"
                              .formatted(
                                  head.count(),
                                  head.hash().substring(0, Math.min(12, head.hash().length()))))))
              .build());
    }
    String text =
        entries.stream()
            .map(entry -> entry.actor().name() + EntryWords.said(entry))
            .collect(Collectors.joining("\n"));
    return new Message(Mrkdwn.literal(incident.number() + " " + text, Fit.MESSAGE), blocks);
  }

  private static RichLine line(Incident incident, SeverityScale severities, TimelineEntry entry) {
    String mark = EntryMark.of(entry.kind(), incident, severities) + " ";
    var line =
        passive(entry)
            ? new RichLine().text(mark + EntryWords.of(entry) + by(entry))
            : new RichLine().text(mark).bold(entry.actor().name()).text(EntryWords.said(entry));
    if (edited(entry)) {
      return line.italic(" (edited ").at(entry.recordedAt()).italic(")");
    }
    if (Duration.between(entry.occurredAt(), entry.recordedAt()).abs().toSeconds() >= 60) {
      line.text(" (").at(entry.occurredAt());
      line.text(", " + TPlus.label(incident.zero(), entry.occurredAt()) + ")");
    }
    String source = entry.source();
    return source == null
        ? line
        : line.text(" · ")
            .link(source, WITH_EVIDENCE.contains(entry.kind()) ? "evidence" : "message");
  }

  /** Its author has put other words in the place of the first ones. */
  static boolean edited(TimelineEntry entry) {
    return entry.kind() == EntryKind.UPDATE && entry.supersedes() != null;
  }

  /** With a button under an update, for whoever wrote it. */
  public static Message withEdit(Message message, Incident incident, List<TimelineEntry> entries) {
    var blocks = new ArrayList<>(message.blocks());
    entries.stream()
        .filter(entry -> entry.kind() == EntryKind.UPDATE)
        .findFirst()
        .ifPresent(entry ->
            blocks.add(
                ActionsBlock.builder()
                    .elements(
                        List.of(
                            CardButtons.button(
                                "say:edit",
                                "Edit",
                                "correct " + entry.seq() + " --incident-id " + incident.number(),
                                null)))
                    .build()));
    return new Message(message.text(), blocks);
  }

  /** Somebody else's role: who gave it comes last, or "bob · alice is tech lead" would be read. */
  private static boolean passive(TimelineEntry entry) {
    return entry.kind() == EntryKind.ROLE
        && !EntryWords.of(entry).startsWith(entry.actor().name() + " ");
  }

  private static String by(TimelineEntry entry) {
    return entry.actor() instanceof Actor.Evenkeel ? "" : " (by " + entry.actor().name() + ")";
  }
}
