package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.api.Escaping;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Slack makes of typed text: {@code @alice}, {@code #general} and addresses become references,
 * the rest is escaped. A reference to somebody who is there may also be given as such ({@code
 * <@U…>}).
 */
final class Typed {

  private static final Pattern PARTS =
      Pattern.compile(
          "https?://[^\\s<>\"|]*[^\\s<>\"|.,;:!?)']"
              + "|<([@#])([A-Z0-9]+)(?:\\|[^<>|]*)?>"
              + "|(?<![\\w@#])([@#])([\\p{L}0-9][\\p{L}0-9._-]*)"
              + "|[&<>]");
  private static final Set<String> ALL = Set.of("here", "channel", "everyone");

  private final Workspace workspace;
  private final boolean withNames;

  /**
   * Reads typed text.
   *
   * @param withNames commands get {@code <@U…|alice>}, messages {@code <@U…>}
   */
  Typed(Workspace workspace, boolean withNames) {
    this.workspace = workspace;
    this.withNames = withNames;
  }

  String read(String text) {
    Matcher matcher = PARTS.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(part(matcher)));
    }
    return matcher.appendTail(out).toString();
  }

  private String part(Matcher matcher) {
    String whole = matcher.group();
    if (matcher.group(1) != null) {
      return reference(matcher.group(1), matcher.group(2)).orElse(Escaping.plain(whole));
    }
    if (matcher.group(3) != null) {
      return named(matcher.group(3), matcher.group(4)).orElse(whole);
    }
    return whole.length() == 1 ? Escaping.plain(whole) : "<" + Escaping.stored(whole) + ">";
  }

  /** A name at the end of a sentence may have punctuation after it that is none of it. */
  private Optional<String> named(String sign, String name) {
    if (sign.equals("@") && ALL.contains(name)) {
      return Optional.of("<!" + name + ">");
    }
    Optional<String> found = reference(sign, name);
    if (found.isPresent() || !name.matches(".*[._-]")) {
      return found;
    }
    int end = name.length() - 1;
    return named(sign, name.substring(0, end)).map(r -> r + name.charAt(end));
  }

  private Optional<String> reference(String sign, String name) {
    return sign.equals("@")
        ? person(name).map(this::mention)
        : workspace.channels().find(name).filter(c -> !c.isIm()).map(this::link);
  }

  /** Handles are in lower case; people write them as they write names. */
  private Optional<Person> person(String name) {
    return workspace
        .people()
        .find(name)
        .or(() -> workspace.people().find(name.toLowerCase(Locale.ROOT)));
  }

  private String mention(Person person) {
    return "<@" + person.id() + (withNames ? "|" + person.name() : "") + ">";
  }

  private String link(Channel channel) {
    return "<#" + channel.id() + "|" + (channel.isPrivate() ? "" : channel.name()) + ">";
  }
}
