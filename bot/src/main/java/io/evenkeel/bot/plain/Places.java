package io.evenkeel.bot.plain;

import io.evenkeel.bot.read.Questions;
import io.evenkeel.grammar.Directory;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where something is said that was typed nowhere. */
final class Places {
  private static final Pattern ID = Pattern.compile("[CDG][A-Z0-9]{5,}");
  private static final Pattern ROOM = Pattern.compile("(inc-[0-9]{1,9})(-.*)?");

  private Places() {}

  /** The channel of that id or name; the name of a room that the asker may not see is none. */
  static Optional<ChannelId> of(
      String typed, Directory directory, Questions questions, PersonId asker) {
    String name = typed.strip().replaceFirst("^#", "");
    if (ID.matcher(name).matches()) {
      return Optional.of(new ChannelId(name));
    }
    var known = directory.channel(name);
    if (known.isPresent()) {
      return known;
    }
    var room = ROOM.matcher(name);
    return room.matches()
        ? IncidentNumber.parse(room.group(1))
            .flatMap(number -> questions.card(number, null, asker))
            .flatMap(card -> Optional.ofNullable(card.room().channel()))
        : Optional.empty();
  }
}
