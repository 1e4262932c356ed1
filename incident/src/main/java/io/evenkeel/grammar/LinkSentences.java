package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Prose;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code link url [title]} and {@code call [url]}: what people want at hand. */
final class LinkSentences {
  /** Slack's limit for a bookmark is 2,048. */
  private static final int LONGEST = 2_000;

  private static final int LONGEST_NAME = 80;

  private LinkSentences() {}

  static Utterance link(Said said) {
    said.leadingIncident(false);
    Found found = found(said);
    if (found == null) {
      said.fail(
          said.free().empty()
              ? Faults.missing(Verb.LINK, "say which link.")
              : notOne(said, said.text(said.free().until(1))));
      return said.order(new Command.KeepLink("", ""));
    }
    said.remain(found.rest());
    String title = said.text(Limit.TITLE, Flag.TITLE);
    return said.order(
        new Command.KeepLink(found.url(), title.isEmpty() ? name(found.url()) : title));
  }

  static Utterance call(Said said) {
    said.leadingIncident(false);
    Found found = found(said);
    if (found == null && !said.free().empty()) {
      said.fail(notOne(said, said.text(said.free())));
    }
    if (found != null) {
      said.remain(found.rest());
      said.nothingLeft();
    }
    return said.order(
        new Command.OpenCall(found == null ? null : found.url(), said.speaker().callUrl()));
  }

  /** What {@code --link} names; empty when it is not there, or is a fault. */
  static Optional<String> evidence(Said said) {
    Span given = said.flag(Flag.LINK).orElse(null);
    if (given == null) {
      return Optional.empty();
    }
    var url = url(said, given.first());
    if (url.isEmpty()) {
      said.fail(notOne(said, said.text(given)));
    }
    return url;
  }

  private record Found(String url, Span rest) {}

  /** The first word that is an address, and the words without it. */
  private static @Nullable Found found(Said said) {
    var words = said.free().words();
    for (int i = 0; i < words.size(); i++) {
      var url = url(said, words.get(i));
      if (url.isPresent()) {
        var rest = new ArrayList<>(words);
        rest.remove(i);
        return new Found(url.get(), new Span(said.rest(), rest));
      }
    }
    return null;
  }

  static Optional<String> url(Said said, Word word) {
    String typed =
        SlackToken.url(word.raw()).orElseGet(() -> said.text(new Span(said.rest(), List.of(word))));
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    // Somebody who types example.org/graph means a page, as browsers read it.
    String address =
        typed.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+(:\\d+)?/\\S*") ? "https://" + typed : typed;
    try {
      var uri = new URI(address);
      String scheme = uri.getScheme();
      boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** {@code grafana.example.org/d/api}: what it is called when nobody says. */
  private static String name(String url) {
    String name =
        url.replaceFirst("(?i)^https?://", "").replaceFirst("[?#].*$", "").replaceFirst("/$", "");
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static Answer notOne(Said said, String typed) {
    return Answer.unchanged(
        Prose.of("Nothing was recorded: “" + Faults.echo(typed) + "” is not an address. It goes ")
            .code("/incident " + said.verb().form())
            .text(", for example ")
            .code("/incident " + said.verb().example())
            .text("."));
  }
}
