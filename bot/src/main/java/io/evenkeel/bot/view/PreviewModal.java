package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Status;
import io.evenkeel.incident.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The step before something is posted: the words as they will be read, and by whom. */
public final class PreviewModal {
  /** An update's; the form is the one before. */
  public static final String UPDATE = "update-preview";

  /** Goes back to the form. */
  public static final String CHANGE = "pick:change";

  private PreviewModal() {}

  /**
   * @param channel the incident's; null while there is none
   */
  public static View update(Incident incident, Writing writing, @Nullable ChannelId channel) {
    Prose seen = Prose.of("").strong("Who reads it").text("\n• Everybody in ");
    seen = channel == null ? seen.text("the incident's channel") : seen.room(channel);
    Status to = writing.moves();
    seen = seen.text("\n• " + elsewhere(incident, writing.internal(), to != null));
    if (to != null) {
      seen = seen.text("\nThe status moves from " + incident.status().word() + " to ");
      seen = seen.strong(to.word()).text(".");
    }
    var next = writing.next();
    seen =
        next == null
            ? seen.text("\nNo next update is promised.")
            : seen.text("\nThe next update is promised for ").at(next).text(".");
    return of(UPDATE, "Preview " + incident.number(), "Post update", writing, List.of(), seen);
  }

  private static String elsewhere(Incident incident, boolean internal, boolean moved) {
    if (incident.visibility() == Visibility.PRIVATE) {
      return "Nobody else: the incident is private";
    }
    if (incident.mode() == Mode.DRILL) {
      return "Nobody else: it is a drill";
    }
    if (internal || !incident.announced()) {
      return "Nobody else: it stays in the channel";
    }
    return moved
        ? "Everybody who reads its announcement, and the announcement channel itself"
        : "Everybody who reads its announcement: a reply under it";
  }

  static View of(
      String callback,
      String title,
      String submit,
      Writing writing,
      List<LayoutBlock> notice,
      Prose seen) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        ContextBlock.builder()
            .elements(List.of(markdownText("Nothing is posted yet. This is what will be read:")))
            .build());
    blocks.add(RichLine.quoted(writing.text()));
    blocks.addAll(notice);
    blocks.addAll(AnswerView.sections(seen));
    blocks.add(
        ActionsBlock.builder()
            .blockId("change")
            .elements(List.of(CardButtons.button(CHANGE, "Change it", "change", null)))
            .build());
    return Fields.form(callback, title, submit, writing.carried(), blocks);
  }
}
