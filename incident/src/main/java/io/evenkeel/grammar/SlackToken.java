package io.evenkeel.grammar;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Slack puts between {@code <} and {@code >} when {@code should_escape} is on. See Slack's
 * "Formatting text for app surfaces", part "Retrieving messages".
 */
final class SlackToken {
  static final Pattern ANY = Pattern.compile("<(?:@|#|!|[A-Za-z][A-Za-z0-9+.-]*:)[^<>\\n]*>");
  private static final Pattern USER = Pattern.compile("<@([A-Z0-9]+)(?:\\|([^>]*))?>");
  private static final Pattern CHANNEL = Pattern.compile("<#([A-Z0-9]+)(?:\\|([^>]*))?>");
  private static final Pattern SPECIAL =
      Pattern.compile("<!([A-Za-z]+)(\\^[^|>]*)?(?:\\|([^>]*))?>");
  private static final Pattern LINK = Pattern.compile("<([^|>]+)(?:\\|([^>]*))?>");

  private SlackToken() {}

  /**
   * The person who is mentioned: the id is trusted, the name comes from the directory if it can.
   */
  static Optional<Person> person(String token, Directory directory) {
    var match = USER.matcher(token);
    if (!match.matches()) {
      return Optional.empty();
    }
    var id = new PersonId(match.group(1));
    return directory.byId(id).or(() -> Optional.of(new Person(id, name(match, id.value()))));
  }

  static Optional<ChannelId> channel(String token) {
    var match = CHANNEL.matcher(token);
    return match.matches() ? Optional.of(new ChannelId(match.group(1))) : Optional.empty();
  }

  /** Where a link leads, whatever stands for it. */
  static Optional<String> url(String token) {
    var link = LINK.matcher(token);
    return link.matches() && !token.startsWith("<@") && !token.startsWith("<#") && !group(token)
        ? Optional.of(Entities.decoded(link.group(1)))
        : Optional.empty();
  }

  static boolean group(String token) {
    return token.startsWith("<!");
  }

  /** The token as a person reads it: {@code @alice}, {@code #incidents}, the link they typed. */
  static String plain(String token, Directory directory) {
    var person = person(token, directory);
    if (person.isPresent()) {
      return "@" + person.get().name();
    }
    var channel = CHANNEL.matcher(token);
    if (channel.matches()) {
      return "#" + name(channel, channel.group(1));
    }
    var special = SPECIAL.matcher(token);
    if (special.matches()) {
      return special(special);
    }
    var link = LINK.matcher(token);
    return link.matches() ? link(link.group(1), link.group(2)) : token;
  }

  private static String name(Matcher match, String otherwise) {
    String name = match.group(2);
    return name == null || name.isBlank() ? otherwise : Entities.decoded(name);
  }

  private static String special(Matcher match) {
    String label = match.group(3);
    return label == null || label.isBlank() || match.group(2) == null
        ? "@" + match.group(1)
        : Entities.decoded(label);
  }

  private static String link(String escaped, @Nullable String label) {
    String url = Entities.decoded(escaped);
    if (label == null || label.isBlank()) {
      return url;
    }
    String shown = Entities.decoded(label);
    // Slack links what was typed without a scheme: example.org becomes
    // <http://example.org|example.org>.
    boolean asTyped = url.endsWith(shown) || url.endsWith(shown + "/");
    return asTyped ? shown : shown + " (" + url + ")";
  }
}
