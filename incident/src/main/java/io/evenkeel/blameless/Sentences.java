package io.evenkeel.blameless;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a readable text into sentences. Lines of one paragraph belong together. */
final class Sentences {
  private static final Pattern NEW_BLOCK =
      Pattern.compile("\\s*([-*+]\\s.*|\\d+[.)]\\s.*|#.*|\\|.*|)");

  private static final Pattern WORD =
      Pattern.compile(
          "<?@[\\w.-]+>?|[\\p{L}\\p{N}]+(?:[-'’/_][\\p{L}\\p{N}]+)*['’]?|"
              + Token.HIDDEN
              + "+|[^\\s\\w*_~\\\\]");

  private static final Pattern CONTRACTION =
      Pattern.compile("(.+?)(n't|'ve|'re|'s|'d|'ll)((?:'ve)?)");

  private static final Set<String> IS =
      Words.set("it that who what there he she how where here why");

  private final String text;
  private final Names names;
  private final List<Sentence> all = new ArrayList<>();

  private Sentences(String text, Names names) {
    this.text = text;
    this.names = names;
  }

  static List<Sentence> of(String readable, Names names) {
    var sentences = new Sentences(readable, names);
    sentences.blocks();
    return sentences.all;
  }

  /** The words that names consist of, in lower case. */
  static List<String> words(String name) {
    var words = new ArrayList<String>();
    Matcher word = WORD.matcher(name);
    while (word.find()) {
      words.add(word.group().replace('’', '\'').toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private void blocks() {
    int block = 0;
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (start > block && NEW_BLOCK.matcher(text).region(start, end).matches()) {
        sentences(block, start);
        block = start;
      }
      start = end + 1;
    }
    sentences(block, text.length());
  }

  private void sentences(int from, int to) {
    var tokens = new ArrayList<Token>();
    Matcher word = WORD.matcher(text).region(from, to);
    boolean cells = text.substring(from, to).strip().startsWith("|");
    while (word.find()) {
      String written = word.group();
      if (cells && written.equals("|")) {
        close(tokens);
      } else {
        add(tokens, written, word.start());
        if (ends(written, tokens, word.end())) {
          close(tokens);
        }
      }
    }
    close(tokens);
  }

  /** A full stop within "e.g. this" or "v1.2" ends nothing. */
  private boolean ends(String written, List<Token> tokens, int after) {
    if (!written.equals(".") && !written.equals("!") && !written.equals("?")) {
      return false;
    }
    boolean space =
        after >= text.length() || text.charAt(after) <= ' ' || text.charAt(after) == ')';
    boolean letter = tokens.size() > 1 && tokens.get(tokens.size() - 2).word().length() == 1;
    int next = after;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
    boolean goesOn = next < text.length() && Character.isLowerCase(text.charAt(next));
    return space && !goesOn && !(letter && written.equals(".") && next < text.length());
  }

  private void close(List<Token> tokens) {
    if (!tokens.isEmpty()) {
      all.add(new Sentence(List.copyOf(tokens), names));
      tokens.clear();
    }
  }

  private static void add(List<Token> tokens, String written, int start) {
    boolean capital = Character.isUpperCase(written.codePointAt(0));
    String word = written.replace('’', '\'').toLowerCase(Locale.ROOT);
    int end = start + written.length();
    if (word.startsWith("<@")) {
      word = word.substring(1);
    }
    Matcher parts = CONTRACTION.matcher(word);
    if (word.equals("can't") || word.equals("won't") || word.equals("cannot")) {
      tokens.add(new Token(word.startsWith("w") ? "will" : "can", start, end, capital));
      tokens.add(new Token("not", start, end, false));
    } else if (parts.matches()) {
      tokens.add(new Token(parts.group(1), start, start + parts.end(1), capital));
      tokens.add(
          new Token(
              full(parts.group(1), parts.group(2)),
              start + parts.start(2),
              start + parts.end(2),
              false));
      if (!parts.group(3).isEmpty()) {
        tokens.add(new Token("have", start + parts.start(3), end, false));
      }
    } else if (word.endsWith("'") && word.length() > 1) {
      tokens.add(new Token(word.substring(0, word.length() - 1), start, end - 1, capital));
      tokens.add(new Token("'s", end - 1, end, false));
    } else {
      tokens.add(new Token(word, start, end, capital));
    }
  }

  private static String full(String word, String rest) {
    return switch (rest) {
      case "n't" -> "not";
      case "'ve" -> "have";
      case "'re" -> "are";
      case "'d" -> "had";
      case "'ll" -> "will";
      default -> IS.contains(word) ? "is" : "'s";
    };
  }
}
