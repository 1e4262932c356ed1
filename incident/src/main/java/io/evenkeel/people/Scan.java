package io.evenkeel.people;

import io.evenkeel.people.Cast.Entry;
import io.evenkeel.people.Cast.Stand;
import io.evenkeel.people.Cast.Surety;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes over a text once and writes what stands for each person. */
final class Scan {
  private static final String ID = "[UW](?=[A-Z]*[0-9])[A-Z0-9]{8,14}";

  /**
   * What is a person whatever it says: a mention, also as YAML writes its signs, an address, a
   * handle, an id.
   */
  private static final Pattern CERTAIN =
      Pattern.compile(
          "(?<mention>(?:\\\\?<|\\\\u003c)@(?<who>[A-Za-z0-9]+)(?:\\\\?\\|[^>\n"
              + "]{0,200}?)?(?:\\\\?>|\\\\u003e))|(?<mail>[^\\s<>()\\[\\],;:\"'|`@/]{1,80}(?:\\\\?@|%40)"
              + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]|\\\\?\\.(?=[\\p{L}\\p{N}])){1,190})"
              + "|(?<![\\p{L}\\p{N}@./])(?:\\\\?@)(?<handle>[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79})(?![/\\p{L}\\p{N}])"
              + "|(?<![\\p{L}\\p{N}])(?<id>"
              + ID
              + ")(?![\\p{L}\\p{N}])");

  private static final List<String> EVERYBODY = List.of("here", "channel", "everyone");

  private final String text;
  private final Cast cast;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> strangers = new HashMap<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();

  Scan(String text, Cast cast) {
    this.text = text;
    this.cast = cast;
  }

  Recast done() {
    return new Recast(out.toString(), List.copyOf(questions.values()));
  }

  void part(int from, int to, boolean keep) {
    if (keep) {
      keep(from, to);
    } else {
      over(from, to);
    }
  }

  void keep(int from, int to) {
    out.append(text, from, to);
  }

  void over(int from, int to) {
    Matcher certain = CERTAIN.matcher(text).region(from, to).useTransparentBounds(true);
    int at = from;
    while (certain.find()) {
      names(at, certain.start());
      at = certain.start();
      String stands = certain(certain);
      if (stands != null) {
        out.append(stands);
        at = certain.end();
      }
    }
    names(at, to);
  }

  private @Nullable String certain(Matcher found) {
    String who = found.group("who");
    String handle = found.group("handle");
    String id = found.group("id");
    if (who != null) {
      return stand(who, cast.byId(who));
    }
    if (found.group("mail") != null) {
      return "an e-mail address";
    }
    if (id != null) {
      return placed(stand(id, cast.byId(id)), found.start());
    }
    String bare = handle.replaceAll("[._-]+$", "");
    if (EVERYBODY.contains(bare.toLowerCase(Locale.ROOT))) {
      return null;
    }
    return stand(bare, cast.byHandle(bare)) + handle.substring(bare.length());
  }

  /** Somebody nobody introduced is a further responder, the same one in the whole document. */
  private String stand(String key, @Nullable Stand known) {
    return known != null ? in(known) : further(key.toLowerCase(Locale.ROOT));
  }

  private String in(Stand stand) {
    String in = stand.in();
    return in == null ? further(stand.name()) : in;
  }

  private String further(String key) {
    return strangers.computeIfAbsent(
        key, _ -> "responder " + Cast.letters(cast.size() + strangers.size()));
  }

  private void names(int from, int to) {
    var folded = new Folded(text.substring(from, to));
    int written = from;
    int at = 0;
    while (at < folded.length()) {
      Entry entry = entry(folded, at, from);
      if (entry == null) {
        at++;
        continue;
      }
      int start = from + folded.origin(at);
      int end = from + folded.end(at + entry.folded().length());
      if (entry.surety() == Surety.ASK && !meant(start, end)) {
        ask(entry, start, end);
      } else {
        out.append(text, written, start).append(placed(in(entry.stand()), start));
        written = end;
      }
      at += entry.folded().length();
    }
    out.append(text, written, to);
  }

  private @Nullable Entry entry(Folded folded, int at, int base) {
    if (joined(folded, at)) {
      return null;
    }
    for (Entry entry : cast.from(folded, at)) {
      int end = at + entry.folded().length();
      boolean within = joined(folded, end);
      if (folded.begins(at, entry.folded()) && !within) {
        String as = text.substring(base + folded.origin(at), base + folded.end(end));
        if (believed(entry, as)) {
          return entry;
        }
      }
    }
    return null;
  }

  private static boolean believed(Entry entry, String as) {
    boolean capital =
        Character.isUpperCase(as.codePointAt(0)) || Character.isTitleCase(as.codePointAt(0));
    return switch (entry.surety()) {
      case ANY_CASE -> true;
      case AS_WRITTEN -> bare(as).equals(bare(entry.written())) || allCapital(bare(as));
      case CAPITAL -> capital;
      case ASK -> capital || !Character.isUpperCase(entry.written().codePointAt(0));
    };
  }

  private static boolean allCapital(String words) {
    return Pattern.compile(" ")
        .splitAsStream(words)
        .allMatch(word -> !Character.isLowerCase(word.codePointAt(0)));
  }

  private void ask(Entry entry, int start, int end) {
    String word = text.substring(start, end);
    Question before = questions.get(word);
    questions.put(
        word,
        before == null
            ? new Question(word, entry.stand().name(), line(start), 1)
            : new Question(word, before.name(), before.line(), before.times() + 1));
  }

  private int line(int offset) {
    return (int) text.chars().limit(offset).filter(c -> c == '\n').count() + 1;
  }

  /** Where a template puts nothing but a name: alone in a cell, or before what only people do. */
  private boolean meant(int start, int end) {
    int before = start - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    boolean cell = before >= 0 && text.charAt(before) == '|';
    Matcher after = AFTER.matcher(text).region(end, text.length());
    return after.lookingAt() && (cell || after.group("does") != null);
  }

  private static final Pattern AFTER =
      Pattern.compile(
          " *\\||(?<does> (wrote:|(is|was) (acting )?(incident commander|tech lead|communications"
              + " lead|scribe)\\b))");

  /** In an address a blank would end it. */
  private String placed(String in, int start) {
    boolean address = start > 0 && "/=~".indexOf(text.charAt(start - 1)) >= 0;
    return address ? in.replace(' ', '-') : in;
  }

  private static String bare(String written) {
    return written.replaceAll("[\\\\*_\\p{Cf}]", "").replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  /** Whether a word goes on there; scripts that set no blanks between words never do. */
  private static boolean joined(Folded folded, int at) {
    char one = folded.at(at - 1);
    char other = folded.at(at);
    return !folded.gap(at)
        && Character.isLetterOrDigit(one)
        && Character.isLetterOrDigit(other)
        && !UNSPACED.contains(UnicodeScript.of(one))
        && !UNSPACED.contains(UnicodeScript.of(other));
  }

  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI);
}
