package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.ArrayList;
import java.util.List;

/** An answer, with a button for each offer. */
public final class AnswerView {
  /** Leaves room for other blocks within Slack's 50. */
  private static final int SECTIONS = 12;

  private AnswerView() {}

  /** As a message that only the person who asked sees. */
  public static Message message(Answer answer) {
    return message(answer.words(), List.of(), answer.offers());
  }

  static Message message(Prose words, List<ButtonElement> before, List<Offer> offers) {
    var blocks = new ArrayList<LayoutBlock>(sections(words));
    blocks.addAll(Buttons.row(before, offers));
    return new Message(Mrkdwn.of(words, Fit.SECTION), blocks);
  }

  /** In the place of the form that was sent, where the person is looking. */
  public static View modal(Message message) {
    return View.builder()
        .type("modal")
        .callbackId("answer")
        .title(ViewTitle.builder().type("plain_text").text("Evenkeel").build())
        .close(ViewClose.builder().type("plain_text").text("Close").build())
        .blocks(message.blocks())
        .build();
  }

  /** The words in as many sections as Slack's limit asks for. */
  static List<LayoutBlock> sections(Prose words) {
    var sections = new ArrayList<LayoutBlock>();
    for (String piece : Pieces.of(Fit.SECTION, Mrkdwn.of(words))) {
      if (sections.size() < SECTIONS && !piece.isBlank()) {
        sections.add(SectionBlock.builder().text(markdownText(piece)).build());
      }
    }
    return sections;
  }
}
