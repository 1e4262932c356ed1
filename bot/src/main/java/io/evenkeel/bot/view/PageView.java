package io.evenkeel.bot.view;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.State;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a page stands: its line in the channel, lists, and the word that nobody answered. Names in
 * the line ping nobody; the mention is a post of its own.
 */
public final class PageView {
  private PageView() {}

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

  static Prose state(Page page) {
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
