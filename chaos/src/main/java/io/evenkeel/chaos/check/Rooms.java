package io.evenkeel.chaos.check;

import io.evenkeel.chaos.check.Tables.Effect;
import io.evenkeel.sandbox.workspace.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One channel per incident, one card and one pin in it, and those in it who were invited. */
final class Rooms {
  private static final Pattern NAME = Pattern.compile("inc-([0-9]+)-.*");

  private final Tables tables;
  private final Seen seen;

  Rooms(Tables tables, Seen seen) {
    this.tables = tables;
    this.seen = seen;
  }

  void check(Consumer<Finding> found) {
    Map<Integer, List<Channel>> made =
        seen.channels().values().stream()
            .filter(channel -> channel.creator().equals(seen.bot()))
            .collect(Collectors.groupingBy(this::incident));
    Map<Integer, Long> cards = new HashMap<>();
    for (Effect effect : tables.effects()) {
      switch (effect.kind()) {
        case "create-channel" ->
            channel(effect, made.getOrDefault(effect.incident(), List.of()), found);
        case "post-card" -> cards.merge(effect.incident(), 1L, Long::sum);
        case "pin-card" -> pin(effect, found);
        case "invite" -> invited(effect, found);
        default -> {
          // What posts and edits leave is looked at elsewhere.
        }
      }
    }
    cards.forEach((incident, count) -> {
      if (count > 1) {
        found.accept(Finding.duplicated("INC-%d has %d cards".formatted(incident, count)));
      }
    });
  }

  /** The incident that a channel of ours was made for; the one that is recorded goes first. */
  private int incident(Channel channel) {
    for (int number : tables.incidents()) {
      Tables.Thing thing = tables.thing(number, "channel");
      if (thing != null && thing.channel().equals(channel.id())) {
        return number;
      }
    }
    Matcher name = NAME.matcher(channel.name());
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  private void channel(Effect effect, List<Channel> made, Consumer<Finding> found) {
    if (made.size() > 1) {
      found.accept(
          Finding.duplicated(
              "INC-%d has %d channels: %s"
                  .formatted(
                      effect.incident(), made.size(), made.stream().map(Channel::name).toList())));
    }
    Tables.Thing thing = tables.thing(effect.incident(), "channel");
    if (effect.done()
        && (thing == null || made.stream().noneMatch(c -> c.id().equals(thing.channel())))) {
      found.accept(
          Finding.lost(
              "%s is done; recorded is %s, made are %s"
                  .formatted(effect.name(), thing, made.stream().map(Channel::id).toList())));
    }
  }

  private void pin(Effect effect, Consumer<Finding> found) {
    Tables.Thing card = tables.thing(effect.incident(), "card");
    Channel channel = card == null ? null : seen.channels().get(card.channel());
    if (!effect.done() || channel == null || card == null) {
      return;
    }
    long pins = channel.pins().stream().filter(pin -> pin.ts().equals(card.id())).count();
    if (pins != 1
        || channel.pins().stream().filter(pin -> pin.user().equals(seen.bot())).count() != 1) {
      found.accept(
          pins == 0
              ? Finding.lost(
                  "%s is done and #%s has no pinned card".formatted(effect.name(), channel.name()))
              : Finding.duplicated(
                  "#%s has %d pins of ours".formatted(channel.name(), channel.pins().size())));
    }
  }

  private void invited(Effect effect, Consumer<Finding> found) {
    Tables.Thing thing = tables.thing(effect.incident(), "channel");
    Channel channel = thing == null ? null : seen.channels().get(thing.channel());
    String person = effect.person();
    if (!effect.done() || channel == null || person == null || channel.has(person)) {
      return;
    }
    boolean left =
        seen.everything().messagesOf(channel.id()).stream()
            .anyMatch(m -> "channel_leave".equals(m.subtype()) && m.user().equals(person));
    if (!left) {
      found.accept(
          Finding.lost(
              "%s is done and %s is not in #%s".formatted(effect.name(), person, channel.name())));
    }
  }
}
