package io.evenkeel.sandbox.page;

import io.evenkeel.sandbox.page.markup.Reader;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and faces in one state of the workspace. */
final class Directory {

  private static final int BOT_TONE = 7;

  private final State state;
  private final String app;
  private final Map<String, Who> byId = new LinkedHashMap<>();

  /** Names in this state, where {@code app} is the user id of the app under test. */
  Directory(State state, String app) {
    this.state = state;
    this.app = app;
    int place = 0;
    for (Person person : state.people()) {
      byId.put(person.id(), Who.of(person, person.isBot() ? BOT_TONE : place++, app));
    }
  }

  Who who(String id) {
    Who known = byId.get(id);
    return known == null ? Who.stranger(id) : known;
  }

  /** The people one can be: everybody but bots. */
  List<Who> humans() {
    return byId.values().stream().filter(who -> !who.bot()).toList();
  }

  /** The app under test. */
  Who app() {
    return who(app);
  }

  /** The one with whom this person speaks in a direct message. */
  Who otherIn(Channel direct, String me) {
    String other = direct.members().stream().filter(m -> !m.equals(me)).findFirst().orElse(me);
    return who(other);
  }

  /** How things are drawn for this person. */
  Reader reader(Person me, Instant now) {
    Map<String, String> handles =
        byId.values().stream().collect(Collectors.toMap(Who::id, Who::handle));
    Map<String, String> channels =
        state.channels().stream()
            .filter(c -> !c.isIm() && c.visibleTo(me.id()))
            .collect(Collectors.toMap(Channel::id, Channel::name));
    return new Reader(me.id(), handles, channels, ZoneId.of(me.tz()), now);
  }
}
