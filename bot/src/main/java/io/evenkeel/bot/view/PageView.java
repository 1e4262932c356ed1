package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a page: by whoever is asked, in the channel, and by whoever wants to know how it
 * stands. Names in the channel's line ping nobody; the mention is a post of its own.
 */
public final class PageView {
  private PageView() {}

  /**
   * The direct message to somebody who is asked, as it stands.
   *
   * @param channel null while there is none
   */
  public static Message call(
      Incident incident, Page page, Page.Call call, @Nullable ChannelId channel) {
    Prose words = Prose.of("📟 ").strong("You are paged").text(" for ").strong(incident.label());
    words = words.text(" (" + incident.severity() + ")");
    words = channel == null ? words : words.text(" in ").room(channel);
    Person by = page.askedBy();
    words = by == null ? words : words.text(" by ").mention(by);
    words = words.text(page.text() == null ? "." : ": “" + page.text() + "”.");
    words = words.text(" You are asked as " + call.why() + ".\n").then(standing(page, call));
    String which = " " + page.number() + " --incident-id " + incident.number();
    var offers = new ArrayList<Offer>();
    if (page.state().mayBecome(State.ACKNOWLEDGED)) {
      offers.add(Offer.primary("Acknowledge", "page ack" + which));
    }
    if (page.open() && call.waiting()) {
      offers.add(Offer.plain("Decline", "page decline" + which));
    }
    return AnswerView.message(words, List.of(), offers);
  }

  private static Prose standing(Page page, Page.Call call) {
    Reply reply = call.reply();
    if (reply == null) {
      var due = page.due();
      Prose words = Prose.of("⏳ It waits for your answer");
      return due == null
          ? words.text(".")
          : words.text(", until ").at(due).text(". Then it goes on.");
    }
    return switch (reply) {
      case ACKNOWLEDGED -> Prose.of("✅ You have it in hand. Nobody else is paged for it.");
      case DECLINED -> Prose.of("You declined; others are asked.");
      case AWAY -> Prose.of("You are in Do Not Disturb, so others are asked, too.");
      case UNREACHABLE -> Prose.of("Others are asked, too.");
      case SILENT ->
          page.open()
              ? Prose.of("Your time was up, and others are asked. You can still take it.")
              : over(page);
      case OVER -> over(page);
    };
  }

  private static Prose over(Page page) {
    Page.Ended ended = page.ended();
    Person by = ended == null ? null : ended.by();
    return switch (page.state()) {
      case ACKNOWLEDGED ->
          by == null
              ? Prose.of("✅ Somebody has it in hand.")
              : Prose.of("✅ ").mention(by).text(" has it in hand.");
      case ENDED -> Prose.of("It is not needed any more.");
      case EXHAUSTED -> Prose.of("❌ Everybody was asked and nobody answered. You can take it.");
      case SENT, ESCALATED -> Prose.of("Others are asked.");
    };
  }

  /** The page's line in the channel, with everybody who was asked. */
  public static Message line(Incident incident, Page page) {
    String which = " " + page.number() + " --incident-id " + incident.number();
    List<Offer> offers =
        page.open()
            ? List.of(
                Offer.primary("I have it", "page ack" + which),
                Offer.plain("Next in line now", "escalate" + which),
                Offer.plain("Call it off", "page stop" + which))
            : page.state() == State.EXHAUSTED
                ? List.of(Offer.primary("I have it", "page ack" + which))
                : List.of();
    return AnswerView.message(words(page), List.of(), offers);
  }

  /** Who is paged, and how it stands: in the channel's line, in lists, in plain text. */
  public static Prose words(Page page) {
    Prose words =
        Prose.of("📟 ")
            .strong("Page " + page.number() + " for " + page.asked().words())
            .text(page.text() == null ? "" : ": “" + page.text() + "”");
    Person by = page.askedBy();
    words = words.text(by == null ? ", by rule, " : ", by " + by.name() + ", ").at(page.askedAt());
    for (Page.Call call : page.calls()) {
      words = words.text("\n• ").then(line(call));
    }
    if (!page.rings().isEmpty()) {
      words = words.text("\n• rung outside Slack: " + String.join(", ", page.rings()));
    }
    return words.text("\n").then(state(page));
  }

  private static Prose line(Page.Call call) {
    Person person = call.person();
    Prose words =
        person == null
            ? Prose.of(call.why() + ", ")
            : Prose.of(person.name() + " (" + call.why() + "), ");
    words = words.at(call.at()).text(": ");
    Reply reply = call.reply();
    if (reply == null) {
      return words.text(person == null ? "mentioned" : "not answered yet");
    }
    var until = call.until();
    return switch (reply) {
      case ACKNOWLEDGED -> words.text("acknowledged");
      case DECLINED -> words.text("declined");
      case AWAY ->
          until == null
              ? words.text("in Do Not Disturb")
              : words.text("in Do Not Disturb until ").at(until);
      case UNREACHABLE -> words.text("not reachable in Slack");
      case SILENT -> words.text("no answer");
      case OVER -> words.text("not needed any more");
    };
  }

  private static Prose state(Page page) {
    var due = page.due();
    return switch (page.state()) {
      case SENT, ESCALATED ->
          due == null
              ? Prose.of("⏳ Nobody has it in hand yet.")
              : Prose.of("⏳ Nobody has it in hand yet. Next: ").at(due).text(".");
      case ACKNOWLEDGED -> acknowledged(page);
      case EXHAUSTED -> Prose.of("❌ Everybody was asked, and nobody has it in hand.");
      case ENDED -> Prose.of("⚪ Not needed any more.");
    };
  }

  private static Prose acknowledged(Page page) {
    Page.Ended ended = page.ended();
    Person by = ended == null ? null : ended.by();
    Duration took = page.answeredAfter().orElse(Duration.ZERO);
    String after =
        took.toMinutes() < 1 ? Math.max(0, took.toSeconds()) + " s" : took.toMinutes() + " min";
    return Prose.of("✅ ")
        .strong(by == null ? "Somebody" : by.name())
        .text(" has it in hand, after " + after)
        .text(took.compareTo(Page.TARGET) > 0 ? " (the target is 5 min)." : ".");
  }

  /**
   * The mention in the channel.
   *
   * @param everybody all who are there; else those who have not answered
   */
  public static Message mention(Incident incident, Page page, boolean everybody) {
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

  /** What becomes of the mention once the page is over: it names nobody any more. */
  public static Message mentioned(Incident incident, Page page) {
    Prose words =
        Prose.of("📟 page " + page.number() + " of ")
            .strong(incident.label())
            .text(page.text() == null ? ": " : ": “" + page.text() + "”. ")
            .then(state(page));
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

  /** Nobody answered, and nobody is left to ask. */
  public static Message unanswered(Incident incident, Page page, @Nullable ChannelId channel) {
    Prose words = Prose.of("❌ Nobody has page " + page.number() + " of ").strong(incident.label());
    words = channel == null ? words : words.text(" (").room(channel).text(")");
    return AnswerView.message(
        words.text(" in hand, and everybody was asked. Call somebody.\n").then(words(page)),
        List.of(),
        List.of(
            Offer.primary(
                "I have it", "page ack " + page.number() + " --incident-id " + incident.number())));
  }

  /** Every page of an incident, the newest first. */
  public static Message list(Incident incident, List<Page> pages) {
    Prose words = Prose.of("").strong(incident.label());
    if (pages.isEmpty()) {
      words = words.text(": nobody was paged. To page somebody: ").code("/incident page @bob");
      return AnswerView.message(words.text("."), List.of(), List.of());
    }
    for (Page page : pages.reversed().subList(0, Math.min(10, pages.size()))) {
      words = words.text("\n").then(words(page));
    }
    return AnswerView.message(words, List.of(), List.of());
  }
}
