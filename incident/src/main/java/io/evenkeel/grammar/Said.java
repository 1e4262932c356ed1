package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was said after a verb, being taken apart: its flags, its incident and the words that remain.
 * The first thing that cannot be understood is kept and becomes the answer.
 */
final class Said {
  private static final Pattern NUMBER = Pattern.compile("(?i)#?(INC-?\\d{1,9})[:,]?");
  private static final Pattern BARE_NUMBER = Pattern.compile("(?i)#?((?:INC-?)?\\d{1,9})");

  private final Verb verb;
  private final String rest;
  private final Speaker speaker;
  private final Map<Flag, List<Span>> flags = new EnumMap<>(Flag.class);
  private Span free;
  private @Nullable IncidentNumber target;
  private @Nullable Answer fault;

  /**
   * @param rest what followed the verb, as typed
   */
  Said(Verb verb, String rest, Speaker speaker) {
    this.verb = verb;
    this.rest = rest;
    this.speaker = speaker;
    Words words = Words.of(rest);
    free = new Span(rest, words.list());
    if (words.unclosed() >= 0) {
      fail(Faults.unclosed(this, words.unclosed()));
      return;
    }
    FlagReader.Read read = new FlagReader(free, verb, speaker).read();
    boolean onlyText = read.flags().stream().allMatch(typed -> typed.flag() == null);
    Span all = onlyText && verb.takesText() ? free : null;
    free = read.text();
    for (FlagReader.Typed typed : read.flags()) {
      take(typed, all);
    }
    Span named = flag(Flag.INCIDENT_ID).orElse(null);
    if (named != null) {
      name(named);
    }
  }

  private void take(FlagReader.Typed typed, @Nullable Span all) {
    Flag flag = typed.flag();
    Span value = typed.value();
    if (flag == null) {
      fail(FlagFaults.unknownFlag(this, typed, all));
      return;
    }
    if (flag.takes() == Flag.Takes.NOTHING && value != null) {
      fail(FlagFaults.needlessValue(this, flag, value));
    } else if (flag.takes() != Flag.Takes.NOTHING && (value == null || value.empty())) {
      fail(FlagFaults.noValue(this, flag));
    } else if (flags.containsKey(flag) && !flag.repeats()) {
      fail(FlagFaults.twice(this, flag));
    } else {
      var values = new ArrayList<>(flags.getOrDefault(flag, List.of()));
      values.add(value == null ? new Span(rest, List.of()) : value);
      flags.put(flag, List.copyOf(values));
    }
  }

  private void name(Span typed) {
    var match = BARE_NUMBER.matcher(text(typed));
    var number = match.matches() ? IncidentNumber.parse(match.group(1)) : noNumber();
    if (number.isEmpty()) {
      fail(Faults.noIncident(this, text(typed)));
    }
    target = number.orElse(null);
  }

  private static Optional<IncidentNumber> noNumber() {
    return Optional.empty();
  }

  Verb verb() {
    return verb;
  }

  String rest() {
    return rest;
  }

  Speaker speaker() {
    return speaker;
  }

  /** The words that are not part of a flag. */
  Span free() {
    return free;
  }

  /** Some words were understood: these remain. */
  void remain(Span remaining) {
    free = remaining;
  }

  boolean has(Flag flag) {
    return flags.containsKey(flag);
  }

  Optional<Span> flag(Flag flag) {
    return all(flag).stream().findFirst();
  }

  List<Span> all(Flag flag) {
    return flags.getOrDefault(flag, List.of());
  }

  String text(Span span) {
    return span.text(speaker.directory());
  }

  @Nullable IncidentNumber target() {
    return target;
  }

  /** The incident at the beginning of the words: {@code resolve INC-12 pool enlarged}. */
  void leadingIncident(boolean bareNumberToo) {
    if (free.empty() || free.first().quoted()) {
      return;
    }
    var match = (bareNumberToo ? BARE_NUMBER : NUMBER).matcher(free.first().raw());
    var number = match.matches() ? IncidentNumber.parse(match.group(1)) : noNumber();
    if (number.isEmpty()) {
      return;
    }
    if (target != null && !target.equals(number.get())) {
      fail(
          Prose.of("Nothing was recorded: you named both " + target + " and " + number.get())
              .text(". Say which one: ")
              .code("/incident " + verb.form())
              .text("."));
    }
    target = number.get();
    free = free.from(1);
  }

  /**
   * The text, from the words or from one of these flags, trimmed; empty when there is none. Both at
   * once, and a text that is too long, are faults.
   */
  String text(Limit limit, Flag... named) {
    Span from = free;
    for (Flag flag : named) {
      var given = flag(flag);
      if (given.isPresent()) {
        if (!from.empty()) {
          fail(FlagFaults.twoTexts(this, flag, text(free)));
        }
        from = given.get();
      }
    }
    String text = limit.fit(text(from));
    if (limit.over(text)) {
      fail(limit.words(text));
    }
    return text;
  }

  /** Something was typed where the text belongs, be it only empty quotes. */
  boolean typedText(Flag... named) {
    return !free.empty() || Arrays.stream(named).anyMatch(this::has);
  }

  /** The whole command again with something else in place of these words. */
  String with(Span wrong, String right) {
    return with(wrong.start(), wrong.end(), right);
  }

  String with(int start, int end, String right) {
    return verb.word() + " " + rest.substring(0, start) + right + rest.substring(end);
  }

  /** Only the first fault counts. */
  void fail(Answer answer) {
    if (fault == null) {
      fault = answer;
    }
  }

  void fail(Prose words, Offer... offers) {
    fail(Answer.unchanged(words, offers));
  }

  /** No words may remain. */
  void nothingLeft() {
    if (!free.empty()) {
      fail(Faults.leftOver(this, text(free)));
    }
  }

  /** What was understood, or the first fault. */
  Utterance or(Supplier<Utterance> understood) {
    return fault == null ? understood.get() : new Utterance.Misunderstood(fault);
  }

  Utterance order(Command.OnIncident command) {
    return or(() -> new Utterance.Order(verb, rest, target, command));
  }

  Utterance question(Utterance.Asked asked) {
    return or(() -> new Utterance.Question(asked, target));
  }
}
