package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.evenkeel.incident.EntryKind;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.TimelineEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form that puts an entry of the timeline right, filled with how it reads now. */
public final class CorrectModal {
  public static final String CALLBACK = "correct";
  public static final String TEXT = "text";
  public static final String AT = "at";
  public static final String REASON = "reason";
  public static final String OPTIONS = "options";

  /** Ticked in {@link #OPTIONS}: the entry goes, instead of being changed. */
  public static final String WITHDRAW = "withdraw";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private CorrectModal() {}

  /**
   * Which entry a form is about, as it was shown.
   *
   * @param at the time that the form showed, as it showed it
   */
  public record About(IncidentNumber incident, int entry, String at) {

    String written() {
      return incident + " " + entry + " " + at;
    }

    /** What a form carried; empty for what is none of ours. */
    public static Optional<About> parse(String written) {
      String[] parts = written.split(" ", 3);
      return parts.length == 3 && parts[1].matches("\\d{1,7}")
          ? IncidentNumber.parse(parts[0])
              .map(number -> new About(number, Integer.parseInt(parts[1]), parts[2]))
          : Optional.empty();
    }
  }

  /**
   * @param own the words are the reader's own: only they may change them
   * @param zone the reader's
   */
  public static View of(Incident incident, TimelineEntry entry, boolean own, ZoneId zone) {
    String at = shown(entry.occurredAt(), zone);
    boolean update = entry.kind() == EntryKind.UPDATE;
    var blocks = new ArrayList<LayoutBlock>();
    if (own) {
      blocks.add(
          Fields.field(
              TEXT,
              update ? "Your update, as it should read" : "What happened",
              update ? "The posts that show it change in place, marked as edited." : null,
              false,
              Fields.written(TEXT, Fields.LONGEST, entry.text() == null ? "" : entry.text())));
    }
    if (!update) {
      blocks.add(
          Fields.field(
              AT,
              "When it happened",
              "In your own time zone, like 14:02, yesterday 23:40 or 20 min ago.",
              false,
              Fields.line(AT, 60, "14:02", at)));
      blocks.add(
          Fields.field(
              REASON,
              "Why is it put right?",
              "The history keeps how it read before, who changed it and why.",
              own,
              Fields.line(REASON, 300, "The clock of that host was off", "")));
      blocks.add(
          Fields.field(
              OPTIONS,
              "Or take it off the timeline",
              null,
              true,
              Fields.boxes(
                  OPTIONS,
                  List.of(
                      Fields.option(
                          WITHDRAW,
                          "Withdraw this entry",
                          "It stays in the history. Say why above.")),
                  List.of())));
    }
    return Fields.form(
        CALLBACK,
        update ? "Edit your update" : "Put entry " + entry.seq() + " right",
        "Save",
        new About(incident.number(), entry.seq(), at).written(),
        blocks);
  }

  private static String shown(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }
}
