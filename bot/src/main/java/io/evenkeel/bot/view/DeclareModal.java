package io.evenkeel.bot.view;

import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import io.evenkeel.grammar.MessageText;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.incident.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The form that begins an incident. Only the title must be filled in. */
public final class DeclareModal {
  public static final String CALLBACK = "declare";
  public static final String TITLE = "title";
  public static final String SEVERITY = "severity";

  /** The value of {@link #SEVERITY} when the person does not know. */
  public static final String UNSURE = "unsure";

  public static final String SERVICE = "service";
  public static final String DETECTED = "detected";
  public static final String OPTIONS = "options";

  /** The values of {@link #OPTIONS}. */
  public static final String PRIVATE = "private";

  public static final String DRILL = "drill";

  public static final String STARTED = "started";

  public static final String SUMMARY = "summary";

  /** The longest title that can be typed here. */
  private static final int LONGEST_TITLE = 200;

  private DeclareModal() {}

  /**
   * @param draft what was said already; null when nothing was
   */
  public static View of(SeverityScale severities, Command.@Nullable Declare draft) {
    return of(severities, draft, draft == null ? "" : DeclareExtras.of(draft).text());
  }

  /** The form with a message, whose first line is the title until somebody finds a better one. */
  public static View from(SeverityScale severities, CarriedQuote message) {
    var draft =
        new Command.Declare(
            MessageText.title(message.quote().text()),
            null,
            List.of(),
            null,
            null,
            Visibility.PUBLIC,
            Mode.LIVE,
            false,
            null);
    return of(severities, draft, message.text());
  }

  private static View of(
      SeverityScale severities, Command.@Nullable Declare draft, String metadata) {
    OptionObject unsure = Fields.option(UNSURE, "Not sure (assume " + severities.assumed() + ")");
    var levels = new ArrayList<OptionObject>();
    levels.add(unsure);
    OptionObject chosen = unsure;
    for (SeverityScale.Level level : severities.levels()) {
      OptionObject option = level(level);
      levels.add(option);
      if (draft != null && level.severity().equals(draft.severity())) {
        chosen = option;
      }
    }
    String services = draft == null ? "" : String.join(", ", draft.services());
    String detected = draft == null || draft.detected() == null ? "" : draft.detected().toString();
    String started = draft == null || draft.started() == null ? "" : draft.started().toString();
    String summary = draft == null || draft.summary() == null ? "" : draft.summary();
    OptionObject secret =
        Fields.option(
            PRIVATE, "Private", "Only people who are invited see it; it is not announced.");
    OptionObject drill =
        Fields.option(DRILL, "Drill", "Practice: nothing is announced, nothing counts.");
    var ticked = new ArrayList<OptionObject>();
    if (draft != null && draft.visibility() == Visibility.PRIVATE) {
      ticked.add(secret);
    }
    if (draft != null && draft.mode() == Mode.DRILL) {
      ticked.add(drill);
    }
    return Fields.form(
        CALLBACK,
        "Declare an incident",
        "Declare",
        metadata,
        List.of(
            Fields.field(
                TITLE,
                "What is wrong?",
                "A few words. It can be put right later.",
                false,
                Fields.line(
                    TITLE, LONGEST_TITLE, "API service down", draft == null ? "" : draft.title())),
            Fields.field(
                SEVERITY,
                "How bad is it?",
                "When in doubt leave it. It can be changed at any time.",
                false,
                Fields.select(SEVERITY, List.copyOf(levels), chosen)),
            Fields.field(
                SERVICE,
                "Service",
                "What is affected, if you know. Several: with commas.",
                true,
                Fields.line(SERVICE, 200, "api", services)),
            Fields.field(
                DETECTED,
                "When was it noticed?",
                "Leave it empty if you do not know: nothing is made up.",
                true,
                Fields.line(DETECTED, 50, "14:30 or 20m ago", detected)),
            Fields.field(
                STARTED,
                "Since when is it broken?",
                "Leave it empty if you do not know.",
                true,
                Fields.line(STARTED, 50, "14:20 or 30m ago", started)),
            Fields.field(
                SUMMARY,
                "What do you see?",
                "The first note of the timeline.",
                true,
                Fields.written(SUMMARY, 1_000, summary)),
            Fields.field(
                OPTIONS,
                "What kind",
                null,
                true,
                Fields.boxes(OPTIONS, List.of(secret, drill), ticked))));
  }

  private static OptionObject level(SeverityScale.Level level) {
    Severity severity = level.severity();
    return Fields.option(
        severity.name(), severity + " " + level.word().toLowerCase(Locale.ROOT), level.meaning());
  }
}
