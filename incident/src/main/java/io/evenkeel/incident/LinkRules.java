package io.evenkeel.incident;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept at hand: on the card and as a bookmark of the channel. Allowed at any time. */
final class LinkRules {
  private LinkRules() {}

  static Decision link(
      Incident incident, Board board, Command.KeepLink command, Actor actor, Instant now) {
    Optional<Link> known =
        board.links().stream().filter(link -> link.url().equals(command.url())).findFirst();
    if (known.isPresent()) {
      return Change.refused(
          Prose.of("")
              .strong(incident.label())
              .text(" has that link already: ")
              .link(known.get().url(), known.get().title())
              .text(". Nothing changed."));
    }
    return kept(incident, board, Link.Kind.LINK, command.url(), command.title(), actor, now);
  }

  static Decision call(
      Incident incident, Board board, Command.OpenCall command, Actor actor, Instant now) {
    Optional<Link> known = board.call();
    String url = command.url();
    if (known.isPresent() && (url == null || url.equals(known.get().url()))) {
      return Change.refused(
          Prose.of("The call of ")
              .strong(incident.label())
              .text(" is here: ")
              .link(known.get().url(), known.get().url())
              .text(". To use another one: ")
              .code("/incident call https://…")
              .text("."));
    }
    if (url == null && command.template() == null) {
      return Change.refused(
          Prose.of("Nothing was recorded: ")
              .strong(incident.label())
              .text(" has no call yet. Open one where you always do, and say where: ")
              .code("/incident call https://meet.example.org/inc")
              .text("."));
    }
    if (url == null && incident.visibility() == Visibility.PRIVATE) {
      return Change.refused(
          Prose.of("Nothing was recorded: ")
              .strong(incident.label())
              .text(" is private, and the address of our usual call can be guessed. Open one that")
              .text(" cannot, and say where: ")
              .code("/incident call https://meet.example.org/…")
              .text("."));
    }
    String where = url == null ? filled(command.template(), incident) : url;
    return kept(incident, board, Link.Kind.CALL, where, "Call", actor, now);
  }

  /** {@code {incident}} becomes inc-42: the same call for everybody who asks. */
  private static String filled(@Nullable String template, Incident incident) {
    String number = incident.number().toString().toLowerCase(Locale.ROOT);
    return template == null ? "" : template.replace("{incident}", number);
  }

  private static Decision kept(
      Incident incident,
      Board board,
      Link.Kind kind,
      String url,
      String title,
      Actor actor,
      Instant now) {
    Person person =
        Standing.person(actor)
            .orElseThrow(() -> new IllegalArgumentException("only a person keeps a link"));
    var change = new Change(incident, actor, now);
    change.keep(new Link(board.links().size() + 1, kind, url, title, person, now));
    change.entry(EntryKind.LINK, title.equals(url) ? url : title + ": " + url);
    change.thread();
    change.effect(new Effect.RefreshCard());
    if (incident.status() == Status.RESOLVED || incident.open()) {
      change.effect(new Effect.AddBookmark(title, url));
    }
    return change.accepted(
        Prose.of(kind == Link.Kind.CALL ? "The call of " : "Kept on ")
            .strong(incident.label())
            .text(kind == Link.Kind.CALL ? " is " : ": ")
            .link(url, title.equals("Call") ? url : title)
            .text(". It is on the card, and a bookmark in the channel."));
  }
}
