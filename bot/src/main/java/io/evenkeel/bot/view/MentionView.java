package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.paging.State;
import java.util.ArrayList;
import java.util.List;

/** The post in the channel that calls those by name who have not answered a page, or everybody. */
public final class MentionView {
  private MentionView() {}

  /**
   * While an answer is waited for.
   *
   * @param everybody all who are there; else those who have not answered
   */
  public static Message of(Incident incident, Page page, boolean everybody) {
    String which = " " + page.number() + " --incident-id " + incident.number();
    Prose words = Prose.of("📟 ");
    for (Page.Call call : everybody ? List.<Page.Call>of() : page.waiting()) {
      Person person = call.person();
      words = person == null ? words : words.mention(person).text(" ");
    }
    words =
        words
            .text("page " + page.number() + " of ")
            .strong(incident.label())
            .text(everybody ? " waits for anybody" : " waits for you")
            .text(page.text() == null ? "." : ": “" + page.text() + "”.");
    Message message =
        AnswerView.message(
            words,
            List.of(),
            everybody
                ? List.of(Offer.primary("I have it", "page ack" + which))
                : List.of(
                    Offer.primary("Acknowledge", "page ack" + which),
                    Offer.plain("Decline", "page decline" + which)));
    return everybody ? broadcast(message) : message;
  }

  /** What becomes of it once the page is over: it names nobody any more. */
  public static Message settled(Incident incident, Page page) {
    Prose words =
        Prose.of("📟 page " + page.number() + " of ")
            .strong(incident.label())
            .text(page.text() == null ? ": " : ": “" + page.text() + "”. ")
            .then(PageView.state(page));
    return AnswerView.message(
        words,
        List.of(),
        page.state() == State.EXHAUSTED
            ? List.of(
                Offer.primary(
                    "I have it",
                    "page ack " + page.number() + " --incident-id " + incident.number()))
            : List.of());
  }

  /** No text of a person's can ping everybody; this alone does. */
  private static Message broadcast(Message message) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(SectionBlock.builder().text(markdownText("<!channel>")).build());
    blocks.addAll(message.blocks());
    return new Message("<!channel> " + message.text(), blocks);
  }
}
