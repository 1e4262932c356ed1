package io.evenkeel.incident;

import io.evenkeel.paging.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page is meant, and the words and buttons when that is not clear. */
final class PageChoice {
  private PageChoice() {}

  /** The one of that number, or the only one there is. */
  static Optional<Page> meant(List<Page> pages, @Nullable Integer number) {
    if (number == null) {
      return pages.size() == 1 ? Optional.of(pages.getFirst()) : Optional.empty();
    }
    return pages.stream().filter(page -> page.number() == number).findFirst();
  }

  /** Why none is meant, with a button for each that is open. */
  static Decision which(
      Incident incident, List<Page> pages, String command, @Nullable Integer number) {
    Prose words = Prose.of("Nothing was recorded: ").strong(incident.label());
    if (pages.isEmpty()) {
      return Change.refused(
          words
              .text(
                  " has no open page"
                      + (number == null ? "" : " " + number)
                      + ". To page somebody: ")
              .code("/incident page @bob")
              .text("."));
    }
    return Change.refused(
        words.text(
            number == null
                ? " has " + pages.size() + " open pages. Which one?"
                : " has no open page " + number + ". These are open:"),
        pages.stream()
            .limit(5)
            .map(page ->
                Offer.plain(
                    Labels.fit("Page " + page.number() + ", " + page.asked().words()),
                    command + " " + page.number() + " --incident-id " + incident.number()))
            .toArray(Offer[]::new));
  }

  /** Whose answer is waited for, before all others. */
  static @Nullable Integer mine(Board board, @Nullable Integer number, Person me) {
    if (number != null) {
      return number;
    }
    List<Page> mine =
        board.openPages().stream()
            .filter(page -> page.of(me.id()).filter(Page.Call::waiting).isPresent())
            .toList();
    return mine.size() == 1 ? mine.getFirst().number() : null;
  }

  /** The pages that an answer can still bring to that state. */
  static List<Page> answerable(Board board, State how) {
    return board.pages().stream().filter(page -> page.state().mayBecome(how)).toList();
  }

  /** A page that is over says what became of it. */
  static Decision none(Incident incident, Board board, @Nullable Integer number, String word) {
    Optional<Page> old =
        board.pages().stream()
            .filter(page -> number != null && page.number() == number)
            .filter(page -> !page.open())
            .findFirst();
    if (old.isEmpty()) {
      return which(incident, board.openPages(), "page " + word, number);
    }
    Page.Ended ended = old.get().ended();
    Person by = ended == null ? null : ended.by();
    Prose words =
        Prose.of("Nothing was recorded: page " + old.get().number() + " of ")
            .strong(incident.label());
    words =
        switch (old.get().state()) {
          case ACKNOWLEDGED -> words.text(" is in hand already");
          case ENDED -> words.text(" was called off, or its incident is over");
          case EXHAUSTED -> words.text(" was sent to everybody, and nobody answered");
          case SENT, ESCALATED -> words.text(" is open");
        };
    return Change.refused(by == null ? words.text(".") : words.text(": ").mention(by).text("."));
  }
}
