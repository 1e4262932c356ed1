package io.evenkeel.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who stands for whom in one document: the first to hold a role is called by it, a further one
 * "incident commander B", everybody else "responder A", "responder B" in the order given. The same
 * people in the same order always get the same names.
 */
public final class Cast {

  /** What is looked for: a folded name and what stands for it. */
  record Entry(String folded, String written, Stand stand, Surety surety) {}

  /**
   * Who stands there.
   *
   * @param in what to write; null for a bystander, who is numbered when first met
   */
  record Stand(String name, @Nullable String in) {}

  /** How far a name that is found may be believed. */
  enum Surety {
    /** In any letter case. */
    ANY_CASE,
    /** Only as it is written. */
    AS_WRITTEN,
    /** Only with a capital letter. */
    CAPITAL,
    /** Nobody knows: it is a common word. */
    ASK
  }

  /** Names are kept by so many of their first characters. */
  private static final int PREFIX = 3;

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "la", "van", "von", "der", "den", "da", "di", "del", "al", "el", "bin", "ibn",
          "dos", "du", "le");

  private final Map<String, Stand> byId = new HashMap<>();
  private final Map<String, Stand> byHandle = new HashMap<>();
  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final List<Stand> stands = new ArrayList<>();

  private Cast() {}

  /**
   * @param people who took part, in the order in which they are named
   * @param bystanders everybody else who may be named in full, by id or by handle
   * @param confirmed words of which a person said that they are names here, as they are written
   */
  public static Cast of(
      List<Participant> people, List<Participant> bystanders, Set<String> confirmed) {
    Cast cast = of(people, confirmed);
    bystanders.forEach(cast::bystander);
    cast.sort();
    return cast;
  }

  /** The same where nobody else is known. */
  public static Cast of(List<Participant> people, Set<String> confirmed) {
    var cast = new Cast();
    Map<String, Integer> held = new HashMap<>();
    Map<String, Set<Stand>> parts = new LinkedHashMap<>();
    int responders = 0;
    for (Participant person : people) {
      if (person.names().isEmpty() && person.id() == null) {
        continue;
      }
      String role = person.role();
      String in = role == null ? "responder " + letters(responders++) : numbered(role, held);
      String name =
          person.names().isEmpty() ? String.valueOf(person.id()) : person.names().getFirst();
      cast.add(person, new Stand(name, in), parts);
    }
    parts.forEach((part, whose) -> cast.part(part, whose, confirmed));
    cast.sort();
    return cast;
  }

  /** How many people it knows: further ones are named after them. */
  int size() {
    return (int)
        stands.stream()
            .filter(stand -> String.valueOf(stand.in()).startsWith("responder "))
            .count();
  }

  @Nullable Stand byId(String id) {
    return byId.get(id.toUpperCase(Locale.ROOT));
  }

  @Nullable Stand byHandle(String handle) {
    String folded = Folded.of(handle);
    @Nullable Stand known =
        byHandle.getOrDefault(folded, byHandle.get(folded.replaceAll("[._-]", " ")));
    if (known != null || folded.isEmpty()) {
      return known;
    }
    return from(new Folded(folded), 0).stream()
        .filter(entry -> entry.folded().equals(folded))
        .map(Entry::stand)
        .findFirst()
        .orElse(null);
  }

  /** Names that begin with what stands there, the longest first. */
  List<Entry> from(Folded text, int at) {
    List<Entry> found = List.of();
    for (int length = PREFIX; length > 0; length--) {
      List<Entry> some = entries.getOrDefault(text.part(at, length), List.of());
      if (found.isEmpty()) {
        found = some;
      } else if (!some.isEmpty()) {
        found = new ArrayList<>(found);
        found.addAll(some);
      }
    }
    return found;
  }

  private void sort() {
    entries
        .values()
        .forEach(list ->
            list.sort(
                Comparator.comparingInt((Entry entry) -> entry.folded().length()).reversed()));
  }

  /** Known by id, by handle and in full: their first names alone are not looked for. */
  private void bystander(Participant person) {
    String id = person.id();
    if (person.names().isEmpty() || (id != null && byId.containsKey(id))) {
      return;
    }
    var stand = new Stand(id + " " + person.names().getFirst(), null);
    if (id != null) {
      byId.put(id.toUpperCase(Locale.ROOT), stand);
      enter(id, stand, Surety.ANY_CASE);
    }
    for (String name : person.names()) {
      byHandle.putIfAbsent(Folded.of(name), stand);
      String[] words = name.strip().split("[\\s\\u00A0]+");
      boolean capital = Character.isUpperCase(name.codePointAt(0));
      if (words.length > 1) {
        enter(name.strip(), stand, full(words));
      } else if (unmistakable(name.strip())) {
        enter(name.strip(), stand, Surety.ANY_CASE);
      } else if (capital && !CommonWords.are(name) && letters(name) > 3) {
        enter(name.strip(), stand, Surety.CAPITAL);
      }
    }
  }

  /** A name in letters without case, such as 田中太郎, or one that no word looks like: xX_neo_Xx. */
  private static boolean unmistakable(String name) {
    boolean caseless =
        name.codePoints()
            .filter(Character::isLetter)
            .allMatch(c -> Character.getType(c) == Character.OTHER_LETTER);
    return (caseless && name.codePoints().filter(Character::isLetter).count() > 1)
        || (letters(name) > 3 && name.matches(".*(\\p{Ll}\\p{Lu}|[\\p{L}_]\\p{N}|_\\p{L}).*"));
  }

  /** A, B, … Z, AA, AB. */
  static String letters(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : letters(index / 26 - 1) + last;
  }

  private static String numbered(String role, Map<String, Integer> held) {
    int before = held.merge(role, 1, Integer::sum) - 1;
    return before == 0 ? role : role + " " + letters(before);
  }

  private void add(Participant person, Stand stand, Map<String, Set<Stand>> parts) {
    stands.add(stand);
    if (person.id() != null) {
      byId.putIfAbsent(person.id().toUpperCase(Locale.ROOT), stand);
      enter(person.id(), stand, Surety.ANY_CASE);
    }
    for (String name : person.names()) {
      String written = name.strip();
      byHandle.putIfAbsent(Folded.of(written), stand);
      String[] words = written.split("[\\s\\u00A0]+");
      if (words.length == 1) {
        parts.computeIfAbsent(written, _ -> new HashSet<>()).add(stand);
        continue;
      }
      enter(written, stand, full(words));
      if (words.length == 2) {
        enter(words[1] + ", " + words[0], stand, full(words));
      }
      for (String word : words) {
        if (PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
          continue;
        }
        parts.computeIfAbsent(word, _ -> new HashSet<>()).add(stand);
      }
    }
  }

  /** A name of nothing but common words is looked for as it is written: "we will mark" stays. */
  private static Surety full(String[] words) {
    boolean common = true;
    boolean capital = false;
    for (String word : words) {
      common &= CommonWords.are(word) || word.matches("[a-zA-Z]{1,2}");
      capital |= Character.isUpperCase(word.codePointAt(0));
    }
    return common ? (capital ? Surety.AS_WRITTEN : Surety.ASK) : Surety.ANY_CASE;
  }

  /** A single word: a first name, a last name, a user name. */
  private void part(String word, Set<Stand> whose, Set<String> confirmed) {
    Stand stand = whose.iterator().next();
    Stand meant = whose.size() == 1 ? stand : new Stand(stand.name(), "one of the responders");
    boolean whole =
        stand.name().equals(word) || whose.size() > 1 || byHandle.containsKey(Folded.of(word));
    boolean plain = word.codePoints().noneMatch(Character::isUpperCase);
    confirmed.stream()
        .filter(word::equalsIgnoreCase)
        .forEach(said -> enter(said, meant, Surety.AS_WRITTEN));
    if (confirmed.contains(word)) {
      return;
    }
    if (CommonWords.are(word) || (letters(word) < 3 && word.codePoints().allMatch(c -> c < 256))) {
      enter(word, meant, Surety.ASK);
    } else {
      enter(word, meant, whole || plain ? Surety.ANY_CASE : Surety.CAPITAL);
    }
  }

  private static long letters(String word) {
    return word.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private void enter(String written, Stand stand, Surety surety) {
    String folded = Folded.of(written);
    boolean seen = folded.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || c > 0x2000);
    if (seen) {
      entries
          .computeIfAbsent(
              folded.substring(0, Math.min(PREFIX, folded.length())), _ -> new ArrayList<>())
          .add(new Entry(folded, written, stand, surety));
    }
  }
}
