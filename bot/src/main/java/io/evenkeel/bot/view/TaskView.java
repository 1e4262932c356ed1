package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Direct messages about tasks and action items, with what can be said about them as buttons. */
public final class TaskView {
  private TaskView() {}

  /**
   * Somebody was asked to do something.
   *
   * @param channel null while there is none
   */
  public static Message given(Incident incident, Task task, @Nullable ChannelId channel) {
    Prose words =
        where(Prose.of("📋 ").mention(task.askedBy()).text(" asks you on "), incident, channel)
            .text(" to do this: “" + task.text() + "”");
    var due = task.due();
    words = due == null ? words.text(".") : words.text(", until ").at(due).text(".");
    return AnswerView.message(words, List.of(), buttons(incident, task));
  }

  /** Its time is up: to the commander and to whoever has it. */
  public static Message overdue(Incident incident, Task task, @Nullable ChannelId channel) {
    Prose words =
        where(Prose.of("⏰ Time is up for task " + task.number() + " on "), incident, channel)
            .text(": “" + task.text() + "”. ")
            .mention(task.assignee())
            .text(" has it");
    var due = task.due();
    words = due == null ? words.text(".") : words.text(" and had until ").at(due).text(".");
    return AnswerView.message(
        words.text(" Is it done, or does it need more time?"), List.of(), buttons(incident, task));
  }

  /** Somebody owns an action item. */
  public static Message action(Incident incident, ActionItem item, @Nullable ChannelId channel) {
    Prose words =
        where(
                Prose.of("🔭 ")
                    .mention(item.recordedBy())
                    .text(" gave you action item ")
                    .text(item.number() + " of "),
                incident,
                channel)
            .text(": “" + item.text() + "”");
    words = item.due() == null ? words.text(".") : words.text(", by " + item.due() + ".");
    String here = " --incident-id " + incident.number();
    return AnswerView.message(
        words.text(" It stands in the postmortem."),
        List.of(),
        List.of(
            Offer.primary("Done", "action done " + item.number() + here),
            Offer.plain("All action items", "action list" + here)));
  }

  /** The message with the task's buttons under it, as long as it is open. */
  public static Message with(Message entries, Incident incident, Task task) {
    var blocks = new ArrayList<LayoutBlock>(entries.blocks());
    if (task.open()) {
      blocks.addAll(Buttons.row(List.of(), buttons(incident, task)));
    }
    return new Message(entries.text(), blocks);
  }

  private static List<Offer> buttons(Incident incident, Task task) {
    String which = " " + task.number() + " --incident-id " + incident.number();
    return List.of(
        Offer.primary("Done", "task done" + which),
        Offer.plain("Need more time", "task more" + which));
  }

  private static Prose where(Prose words, Incident incident, @Nullable ChannelId channel) {
    Prose named = words.strong(incident.label());
    return channel == null ? named : named.text(" (").room(channel).text(")");
  }
}
