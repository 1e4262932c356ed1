package io.evenkeel.bot.spec;

import io.evenkeel.slo.Indicator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A question in PromQL as far as it must be understood here: its ranges and what it selects. It is
 * in one line and without comments. Whether Prometheus takes it, {@code promtool} knows.
 */
record Promql(String text) {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String MATCHERS =
      "\\{(?:[^{}\"'`]|\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|`[^`]*`)*}";
  private static final Pattern SELECTOR =
      Pattern.compile("(" + NAME + ")\\s*(" + MATCHERS + ")?\\s*(?=\\[)");
  private static final Pattern BARE =
      Pattern.compile("(?:sum\\s*\\(\\s*)?(" + NAME + "\\s*(?:" + MATCHERS + ")?)\\s*\\)?");
  private static final Pattern MATCHER =
      Pattern.compile(
          "(" + NAME + ")\\s*(=~|!~|!=|=)\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|`[^`]*`)");
  private static final Pattern FIXED =
      Pattern.compile("\\[\\s*[0-9]+(?:ms|[smhdwy])[0-9smhdwy]*\\s*]");
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*\\.?\\s*window\\s*}}|\\$\\{?window}?", Pattern.CASE_INSENSITIVE);

  /** What a metric is selected by. */
  record Selected(String metric, Set<String> matchers) {}

  static Promql of(String written) {
    return new Promql(PLACE.matcher(oneLine(written)).replaceAll("{{window}}"));
  }

  boolean hasWindow() {
    return text.contains(Indicator.WINDOW);
  }

  boolean hasFixedRange() {
    return FIXED.matcher(text).find();
  }

  /** With the window in the place of fixed ranges. */
  String mended() {
    return FIXED.matcher(text).replaceAll("[{{window}}]");
  }

  /** The one series that it sums without a range; empty for anything else. */
  Optional<String> bare() {
    var bare = BARE.matcher(text);
    boolean one = bare.matches() && text.startsWith("sum") == text.endsWith(")");
    return one ? Optional.of(bare.group(1).strip()) : Optional.empty();
  }

  List<Selected> selected() {
    return SELECTOR
        .matcher(text.replace(Indicator.WINDOW, "1m"))
        .results()
        .map(found ->
            new Selected(found.group(1), matchers(found.group(2) == null ? "" : found.group(2))))
        .toList();
  }

  private static Set<String> matchers(String braces) {
    var matchers = new TreeSet<String>();
    MATCHER
        .matcher(braces)
        .results()
        .map(one -> one.group(1) + one.group(2) + inner(one))
        .forEach(matchers::add);
    return matchers;
  }

  private static String inner(MatchResult matcher) {
    String quoted = matcher.group(3);
    return quoted.substring(1, quoted.length() - 1);
  }

  /** Which bracket or quote is not closed, in words; empty when all are. */
  Optional<String> unclosed() {
    Deque<Character> open = new ArrayDeque<>();
    char quote = 0;
    String seen = text.replace(Indicator.WINDOW, "1m");
    for (int i = 0; i < seen.length(); i++) {
      char c = seen.charAt(i);
      if (quote != 0) {
        i += c == '\\' && quote != '`' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        open.push(")]}".charAt("([{".indexOf(c)));
      } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
        return Optional.of("has a " + c + " that nothing opens");
      }
    }
    if (quote != 0) {
      return Optional.of("has a quote that is not closed");
    }
    return open.isEmpty() ? Optional.empty() : Optional.of("lacks a " + open.peek());
  }

  /** Without comments, and with single blanks outside of quotes: a rule is one line. */
  private static String oneLine(String written) {
    var line = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (quote != 0) {
        line.append(c);
        if (c == '\\' && quote != '`' && i + 1 < written.length()) {
          line.append(written.charAt(++i));
        }
        quote = c == quote ? 0 : quote;
      } else if (c == '#') {
        int end = written.indexOf('\n', i);
        i = end < 0 ? written.length() : end - 1;
      } else if (!Character.isWhitespace(c)) {
        quote = c == '"' || c == '\'' || c == '`' ? c : quote;
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }
}
