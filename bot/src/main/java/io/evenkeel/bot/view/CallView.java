package io.evenkeel.bot.view;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Prose;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The direct message to somebody who is paged. */
public final class CallView {
  private CallView() {}

  /**
   * As it stands.
   *
   * @param channel null while there is none
   */
  public static Message of(
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
}
