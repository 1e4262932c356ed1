package io.evenkeel.chaos.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How one bound parameter is made anew, learned from what the bot bound several times. */
sealed interface Value {
  Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  Pattern NUMBER = Pattern.compile("[0-9]+");

  /**
   * @param standing the incident's counters before the command
   * @param now what the bot would have taken from its clock
   */
  @Nullable String of(Standing standing, Instant now);

  /** Always the same. */
  record Fixed(@Nullable String text) implements Value {
    @Override
    public @Nullable String of(Standing standing, Instant now) {
      return text;
    }
  }

  /** Text with keys of effects in it, new each time. */
  record Keyed(Value text) implements Value {
    static final String PLACE = "<key>";

    @Override
    public String of(Standing standing, Instant now) {
      String made = String.valueOf(text.of(standing, now));
      while (made.contains(PLACE)) {
        made = made.replaceFirst(PLACE, UUID.randomUUID().toString());
      }
      return made;
    }
  }

  /** New each time: an inbox key, a salt or a hash. */
  record Fresh(String prefix, int bytes) implements Value {
    @Override
    public String of(Standing standing, Instant now) {
      byte[] random = new byte[bytes];
      ThreadLocalRandom.current().nextBytes(random);
      return prefix + HexFormat.of().formatHex(random);
    }
  }

  /** The clock. */
  record Now() implements Value {
    @Override
    public String of(Standing standing, Instant now) {
      return now.toString();
    }
  }

  /** Text with numbers in it, each so far from one of the incident's counters. */
  record Counted(List<String> words, List<Integer> counter, List<Integer> offset) implements Value {
    @Override
    public String of(Standing standing, Instant now) {
      var text = new StringBuilder(words.getFirst());
      for (int i = 0; i < counter.size(); i++) {
        int base = counter.get(i) < 0 ? 0 : standing.numbers().get(counter.get(i));
        text.append(base + offset.get(i)).append(words.get(i + 1));
      }
      return text.toString();
    }
  }

  /** The channel of the incident. */
  record InRoom() implements Value {
    @Override
    public String of(Standing standing, Instant now) {
      return standing.room();
    }
  }

  /** Whatever the bot bound once, such as who spoke and what they said. */
  record OneOf(List<String> seen) implements Value {
    @Override
    public String of(Standing standing, Instant now) {
      return seen.get(ThreadLocalRandom.current().nextInt(seen.size()));
    }
  }

  /**
   * @param seen what was bound, each time the same command was given
   * @param before the counters before each time
   */
  static Value learn(List<@Nullable String> seen, List<Standing> before) {
    if (new HashSet<>(seen).size() == 1) {
      return new Fixed(seen.getFirst());
    }
    if (seen.equals(before.stream().map(Standing::room).toList())) {
      return new InRoom();
    }
    List<String> texts = seen.stream().filter(Objects::nonNull).map(Objects::toString).toList();
    String first = texts.getFirst();
    if (KEY.matcher(first).find()) {
      List<@Nullable String> without = new ArrayList<>();
      texts.forEach(text -> without.add(KEY.matcher(text).replaceAll(Keyed.PLACE)));
      return new Keyed(learn(without, before));
    }
    if (first.matches("(trigger:|\\\\x)([0-9a-f]{2}){16,}")) {
      String prefix = first.startsWith("t") ? "trigger:" : "\\x";
      return new Fresh(prefix, (first.length() - prefix.length()) / 2);
    }
    if (first.matches("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:.*")) {
      return new Now();
    }
    @Nullable Value counted = counted(texts, before);
    return counted == null ? new OneOf(texts) : counted;
  }

  private static @Nullable Value counted(List<String> texts, List<Standing> before) {
    List<String> words = List.of(NUMBER.split(texts.getFirst(), -1));
    List<List<Integer>> numbers = texts.stream().map(Value::numbers).toList();
    if (texts.size() != before.size()
        || texts.stream().anyMatch(text -> !List.of(NUMBER.split(text, -1)).equals(words))) {
      return null;
    }
    var counters = new ArrayList<Integer>();
    var offsets = new ArrayList<Integer>();
    for (int i = 0; i < words.size() - 1; i++) {
      int place = i;
      int counter =
          IntStream.range(-1, 4)
              .filter(c -> offsets(numbers, before, place, c).distinct().count() == 1)
              .findFirst()
              .orElse(-2);
      if (counter == -2) {
        return null;
      }
      counters.add(counter);
      offsets.add(offsets(numbers, before, place, counter).findFirst().orElseThrow());
    }
    return new Counted(words, counters, offsets);
  }

  private static IntStream offsets(
      List<List<Integer>> numbers, List<Standing> before, int place, int counter) {
    return IntStream.range(0, numbers.size())
        .map(i ->
            numbers.get(i).get(place) - (counter < 0 ? 0 : before.get(i).numbers().get(counter)));
  }

  private static List<Integer> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(number -> number.length() < 10)
        .map(Integer::valueOf)
        .toList();
  }
}
