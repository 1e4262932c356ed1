package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that tells everybody where an incident stands: its text begins from a template, and it
 * is shown as it will be posted before it is.
 */
public final class UpdateModal {
  public static final String CALLBACK = "update";
  public static final String TEXT = "text";
  public static final String STATUS = "status";
  public static final String OPTIONS = "options";

  /** Choosing another one is told at once, so that the text can follow. */
  public static final String TEMPLATE = "pick:template";

  public static final String NEXT = "pick:next";

  /** The value of {@link #NEXT} when nothing is promised. */
  public static final String NO_PROMISE = "none";

  /** Ticked when it stays in the channel. */
  public static final String INTERNAL = "internal";

  private static final List<OptionObject> PROMISES =
      List.of(
          Fields.option(NO_PROMISE, "Nothing promised"),
          Fields.option("15m", "15 minutes"),
          Fields.option("30m", "30 minutes"),
          Fields.option("1h", "1 hour"),
          Fields.option("2h", "2 hours"),
          Fields.option("4h", "4 hours"));

  private UpdateModal() {}

  /** The name of the text's field: the words under it when it is wrong find it by this. */
  public static String textField(Writing writing) {
    return TEXT + "-" + writing.turn();
  }

  public static View of(Incident incident, Writing writing) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        Fields.telling(
            "template",
            "Begin from",
            Fields.select(
                TEMPLATE,
                Occasion.OF_UPDATES.stream().map(UpdateModal::option).toList(),
                option(writing.occasion()))));
    blocks.add(
        Fields.field(
            textField(writing),
            "What is known, and what happens next?",
            "Read by people who are not in the channel. Fill in or delete what stands in [ ].",
            false,
            Fields.written(TEXT, Writing.LONGEST, writing.text())));
    if (incident.open()) {
      blocks.add(status(writing));
    }
    blocks.add(
        Fields.telling(
            "next",
            "Next update in",
            Fields.select(
                NEXT,
                PROMISES,
                PROMISES.stream()
                    .filter(option -> option.getValue().equals(writing.promise()))
                    .findFirst()
                    .orElse(PROMISES.getFirst()))));
    if (incident.announced()) {
      OptionObject internal =
          Fields.option(
              INTERNAL, "Keep it in the incident's channel", "Not under the announcement");
      blocks.add(
          Fields.field(
              OPTIONS,
              "Who reads it",
              null,
              true,
              Fields.boxes(
                  OPTIONS, List.of(internal), writing.internal() ? List.of(internal) : List.of())));
    }
    return Fields.form(
        CALLBACK, "Update " + incident.number(), "Preview", writing.carriedWithoutText(), blocks);
  }

  private static LayoutBlock status(Writing writing) {
    var options = new ArrayList<OptionObject>();
    OptionObject chosen = option(Status.INVESTIGATING);
    for (Status status : List.of(Status.INVESTIGATING, Status.IDENTIFIED, Status.MONITORING)) {
      OptionObject option = option(status);
      chosen = status == writing.status() ? option : chosen;
      options.add(option);
    }
    return Fields.field(
        STATUS + "-" + writing.turn(),
        "Status",
        null,
        false,
        Fields.select(STATUS, List.copyOf(options), chosen));
  }

  private static OptionObject option(Occasion occasion) {
    return Fields.option(
        occasion.word(),
        switch (occasion) {
          case INITIAL -> "First word: what is known so far";
          case UPDATE -> "Update: where it stands";
          case MITIGATED -> "Mitigated: users are no longer hurt";
          case RESOLVED -> "Resolved: it is over";
          case EXECUTIVE -> "For executives";
          case CUSTOMER -> "For customers";
        });
  }

  private static OptionObject option(Status status) {
    return Fields.option(status.word(), label(status));
  }

  private static String label(Status status) {
    return switch (status) {
      case INVESTIGATING -> "Investigating: the cause is not known";
      case IDENTIFIED -> "Identified: the cause is known";
      case MONITORING -> "Monitoring: users are no longer hurt";
      case RESOLVED, CLOSED, CANCELLED, MERGED -> status.word();
    };
  }
}
