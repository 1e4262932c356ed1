package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import java.util.List;

/** The form with the questions that nobody but those who were there can answer. */
public final class QuestionsModal {
  public static final String CALLBACK = "postmortem-questions";
  public static final String IMPACT = "impact";
  public static final String SURPRISED = "surprised";
  public static final String HELPED = "helped";
  public static final String LUCK = "luck";
  public static final String UNLUCKY = "unlucky";

  private QuestionsModal() {}

  /** Empty answers say nothing. */
  public static View of(Incident incident) {
    return Fields.form(
        CALLBACK,
        incident.number() + " postmortem",
        "Record",
        incident.number().toString(),
        List.of(
            question(
                IMPACT,
                "What was the impact, in numbers?",
                "1,200 people could not pay for 12 minutes"),
            question(
                SURPRISED, "What surprised you?", "The alert came eleven minutes after the drop"),
            question(HELPED, "What helped?", "The runbook named the right dashboard"),
            question(
                LUCK,
                "Luck: where did it help?",
                "Somebody was looking at that graph. Or: nothing notable, because …"),
            question(
                UNLUCKY,
                "And where did it hurt?",
                "It hit the busiest hour. Or: nothing notable, because …")));
  }

  private static LayoutBlock question(String name, String label, String example) {
    return Fields.field(name, label, null, true, Fields.paragraph(name, example));
  }
}
