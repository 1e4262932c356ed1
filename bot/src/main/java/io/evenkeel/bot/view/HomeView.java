package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The app's Home tab: one's own open incidents and tasks, and the way to declare. */
public final class HomeView {
  /** Each takes two blocks, and Slack takes 100 of them. */
  private static final int LONGEST = 20;

  private HomeView() {}

  /** A task of the person's, and whose it is. */
  public record Duty(Incident incident, Task task) {}

  /**
   * @param notice what was answered to a button here, when no window could be opened; null for none
   * @param own the person's open incidents, the newest first
   * @param now UTC: what is shown is as of then
   */
  public static View of(
      @Nullable Message notice, List<ListView.Row> own, List<Duty> tasks, Instant now) {
    var blocks = new ArrayList<LayoutBlock>();
    if (notice != null) {
      blocks.addAll(notice.blocks());
      blocks.add(DividerBlock.builder().build());
    }
    blocks.add(
        ActionsBlock.builder()
            .elements(
                List.of(
                    CardButtons.button("open:declare", "Declare an incident", null, "primary"),
                    CardButtons.button("say:list", "All open incidents", "list open", null),
                    CardButtons.button("say:help", "Help", "help", null)))
            .build());
    blocks.add(header("Your open incidents"));
    for (ListView.Row row : own.subList(0, Math.min(LONGEST, own.size()))) {
      blocks.add(section(Mrkdwn.of(ListView.line(row, now))));
      blocks.add(buttons(row.incident()));
    }
    if (own.isEmpty()) {
      blocks.add(
          section(
              Mrkdwn.of(
                  Prose.of("None: you declared no open incident, hold no role in one and are in no")
                      .text(" channel of one."))));
    }
    blocks.add(header("Your tasks"));
    for (Duty duty : tasks.subList(0, Math.min(LONGEST, tasks.size()))) {
      blocks.add(task(duty, now));
    }
    if (tasks.isEmpty()) {
      blocks.add(section("None."));
    }
    blocks.add(
        SmallPrint.of(
            "As of "
                + Mrkdwn.date(now)
                + ". It is brought up to date each time you open this tab."));
    return home(blocks);
  }

  /** While Postgres is away. */
  public static View away(Instant now) {
    return home(
        List.of(
            section(
                "Your incidents cannot be shown: the database does not answer. Nothing was"
                    + " changed; open this tab again in a minute."),
            SmallPrint.of("As of " + Mrkdwn.date(now))));
  }

  private static View home(List<LayoutBlock> blocks) {
    return View.builder().type("home").callbackId("home").blocks(blocks).build();
  }

  private static LayoutBlock buttons(Incident incident) {
    String number = incident.number().toString();
    String here = " --incident-id " + number;
    return ActionsBlock.builder()
        .elements(
            List.<BlockElement>of(
                CardButtons.button("open:update", "Post update", number, null),
                CardButtons.button("open:resolve", "Resolve", number, null),
                CardButtons.button("say:card", "Status card", "status" + here, null),
                CardButtons.button("say:timeline", "Timeline", "timeline" + here, null)))
        .build();
  }

  private static LayoutBlock task(Duty duty, Instant now) {
    Task task = duty.task();
    Prose words =
        Prose.of("")
            .text(task.text())
            .text("\n" + duty.incident().label() + " · asked by ")
            .mention(task.askedBy());
    Instant due = task.due();
    if (due != null) {
      words = words.text(task.overdue(now) ? " · time was up " : " · until ").at(due);
    }
    return SectionBlock.builder()
        .text(markdownText(Mrkdwn.of(words, Fit.SECTION)))
        .accessory(
            CardButtons.button(
                "say:done",
                "Done",
                "task done " + task.number() + " --incident-id " + duty.incident().number(),
                null))
        .build();
  }

  private static LayoutBlock header(String words) {
    return HeaderBlock.builder().text(plainText(words, false)).build();
  }

  private static LayoutBlock section(String mrkdwn) {
    return SectionBlock.builder().text(markdownText(mrkdwn)).build();
  }
}
