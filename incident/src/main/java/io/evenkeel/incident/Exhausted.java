package io.evenkeel.incident;

import io.evenkeel.paging.State;

/**
 * Nobody is left to ask, and nobody has it in hand: whoever commands is told, and whoever asked.
 *
 * @param planned whether what the page asks for is still there
 * @param late " (12 min late)" where that is known later than it was due; else empty
 */
record Exhausted(Change change, Page page, boolean planned, String late) {
  Decision decision(Effect line, Prose before) {
    int number = page.number();
    Page over = page.ended(State.EXHAUSTED, null, change.now);
    change.keep(over);
    change.entry(
        EntryKind.ESCALATED,
        !planned
            ? "Page " + number + " stops: nothing is called " + page.asked().words() + " any more"
            : "Nobody acknowledged page " + number + late + ": everybody was asked");
    change.thread();
    page.calls().stream()
        .filter(Page.Call::waiting)
        .filter(call -> call.person() != null)
        .forEach(call -> change.effect(new PageEffect.EditCall(number, call.number())));
    change.effect(line);
    var news = new News.OfUnanswered(number);
    change.effect(new Effect.Tell(new Addressee.Commander(), news));
    Person asker = page.askedBy();
    boolean commands =
        asker != null
            && change
                .before
                .responsible()
                .filter(person -> person.id().equals(asker.id()))
                .isPresent();
    if (asker != null && !commands) {
      change.effect(new Effect.Tell(new Addressee.Somebody(asker.id()), news));
    }
    return change.accepted(
        before
            .text("Page " + number + " of ")
            .strong(change.before.label())
            .text(": nobody is left to ask, and nobody has it in hand. Call somebody."),
        Offer.plain(
            "Everybody again", "page " + again() + " --incident-id " + change.before.number()));
  }

  private String again() {
    return switch (page.asked()) {
      case Page.Asked.Named(String name) -> Offer.quoted(name);
      case Page.Asked.Somebody(Person person) -> "<@" + person.id() + ">";
      case Page.Asked.Group(String handle) -> "@" + handle;
    };
  }
}
