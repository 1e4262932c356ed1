package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Approval;
import io.evenkeel.incident.Audience;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Occasion;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of what is said to readers outside the response, and its preview. The text is in the
 * same field as an update's.
 */
public final class StatementModal {
  public static final String CALLBACK = "statement";
  public static final String PREVIEW = "statement-preview";

  private StatementModal() {}

  public static View of(Incident incident, Writing writing) {
    var blocks = new ArrayList<LayoutBlock>();
    if (writing.statement() == null) {
      OptionObject customers = option(Audience.CUSTOMERS);
      OptionObject executives = option(Audience.EXECUTIVES);
      blocks.add(
          Fields.telling(
              "template",
              "For",
              Fields.select(
                  UpdateModal.TEMPLATE,
                  List.of(customers, executives),
                  writing.occasion() == Occasion.CUSTOMER ? customers : executives)));
    }
    blocks.add(
        Fields.field(
            UpdateModal.textField(writing),
            "What they read",
            "Fill in or delete what stands in [ ]. "
                + (writing.occasion() == Occasion.CUSTOMER
                    ? "No names of people, no internal words."
                    : "Short: what it means, what is done, what is needed."),
            false,
            Fields.written(UpdateModal.TEXT, Writing.LONGEST, writing.text())));
    return Fields.form(
        CALLBACK,
        "Statement " + incident.number(),
        "Preview",
        writing.carriedWithoutText(),
        blocks);
  }

  /**
   * What will be read, by whom, and who has to say yes.
   *
   * @param channel the incident's; null while there is none
   */
  public static View preview(
      Incident incident, Writing writing, PersonId reader, @Nullable ChannelId channel) {
    Audience audience = audience(writing);
    Approval approval = Approval.of(incident, reader);
    Prose seen = Prose.of("").strong("Where it goes").text("\n• To be copied from ");
    seen = channel == null ? seen.text("the incident's channel") : seen.room(channel);
    seen = seen.text("\n• " + elsewhere(incident, audience));
    Person asked = approval.asked();
    Role role = approval.role();
    seen =
        asked == null || role == null
            ? seen.text("\nYou approve it as ")
                .strong(approval.as() == null ? "" : as(approval))
                .text(": it is posted at once.")
            : seen.text("\nIt is posted once ")
                .mention(asked)
                .text(" (" + role.words() + ") has said yes, who is asked by direct message.");
    return PreviewModal.of(
        PREVIEW,
        "For " + audience.word(),
        asked == null ? "Approve and post" : "Ask for approval",
        writing,
        StatementAsk.notice(incident, audience, writing.text()),
        seen);
  }

  private static String as(Approval approval) {
    String as = approval.as();
    return as == null || as.startsWith("nobody") ? "its author, because " + as : as;
  }

  private static String elsewhere(Incident incident, Audience audience) {
    if (incident.mode() == Mode.DRILL) {
      return "Nowhere else: it is a drill";
    }
    if (!incident.announced()) {
      return "Nowhere else: the incident is private";
    }
    return audience == Audience.EXECUTIVES
        ? "Under the announcement, as a reply"
        : "Nowhere else: you put it where customers read";
  }

  /** For whom it is written. */
  public static Audience audience(Writing writing) {
    return writing.occasion() == Occasion.CUSTOMER ? Audience.CUSTOMERS : Audience.EXECUTIVES;
  }

  private static OptionObject option(Audience audience) {
    return Fields.option(
        audience.occasion().word(),
        audience == Audience.CUSTOMERS
            ? "Customers: what the public reads"
            : "Executives: what it means for the business");
  }
}
