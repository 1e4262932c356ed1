package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Status;
import java.util.ArrayList;
import java.util.List;

/** The form that tells everybody where an incident stands. */
public final class UpdateModal {
  public static final String CALLBACK = "update";
  public static final String TEXT = "text";
  public static final String STATUS = "status";
  public static final String NEXT = "next";

  /** The value of {@link #NEXT} when nothing is promised. */
  public static final String NO_PROMISE = "none";

  private UpdateModal() {}

  public static View of(Incident incident) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        Fields.field(
            TEXT,
            "What is known, and what happens next?",
            "Read by people who are not in the channel: no jargon where it can be helped.",
            false,
            Fields.paragraph(TEXT, "Errors are falling; the pool was enlarged.")));
    if (incident.open()) {
      blocks.add(status(incident.status()));
    }
    OptionObject nothing = Fields.option(NO_PROMISE, "Nothing promised");
    blocks.add(
        Fields.field(
            NEXT,
            "Next update in",
            null,
            false,
            Fields.select(
                NEXT,
                List.of(
                    nothing,
                    Fields.option("15m", "15 minutes"),
                    Fields.option("30m", "30 minutes"),
                    Fields.option("1h", "1 hour"),
                    Fields.option("2h", "2 hours"),
                    Fields.option("4h", "4 hours")),
                nothing)));
    return Fields.form(
        CALLBACK,
        "Update " + incident.number(),
        "Post update",
        incident.number().toString(),
        blocks);
  }

  private static LayoutBlock status(Status now) {
    var options = new ArrayList<OptionObject>();
    OptionObject chosen = option(now);
    for (Status status : List.of(Status.INVESTIGATING, Status.IDENTIFIED, Status.MONITORING)) {
      options.add(status == now ? chosen : option(status));
    }
    return Fields.field(
        STATUS, "Status", null, false, Fields.select(STATUS, List.copyOf(options), chosen));
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
