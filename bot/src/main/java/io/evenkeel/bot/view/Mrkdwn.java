package io.evenkeel.bot.view;

import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Text in Slack's mrkdwn. Escapes {@code & < >}, once, as "Formatting text for app surfaces" in
 * Slack's documentation asks, so that no text can ping anybody.
 */
public final class Mrkdwn {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DATED =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A pair of these around words would format them. */
  private static final String FORMATTING = "*_~`";

  private static final String HARMLESS = "∗＿∼ˋ";

  private Mrkdwn() {}

  /**
   * Rendered and escaped; at most {@code limit} characters, cut at the end of a span if need be.
   */
  public static String of(Prose prose, int limit) {
    var all = new StringBuilder();
    for (Prose.Span span : prose.spans()) {
      String piece = span(span);
      if (all.length() + piece.length() > limit) {
        String rest =
            span instanceof Prose.Text(String text) ? literal(text, limit - all.length()) : "";
        return all.append(rest).toString();
      }
      all.append(piece);
    }
    return all.toString();
  }

  /** Rendered and escaped, however long it gets. */
  public static String of(Prose prose) {
    return of(prose, Integer.MAX_VALUE);
  }

  private static String span(Prose.Span span) {
    return switch (span) {
      case Prose.Text(String text) -> literal(text);
      case Prose.Strong(String text) -> text.isBlank() ? literal(text) : "*" + literal(text) + "*";
      case Prose.Code(String text) -> "`" + escape(text.replace('`', 'ˋ')) + "`";
      case Prose.Mention mention -> "<@" + mention.person().id() + ">";
      case Prose.Room(var channel) -> "<#" + channel + ">";
      case Prose.At(var at) -> date(at);
      case Prose.When(var at) ->
          "<!date^" + at.getEpochSecond() + "^{date_short_pretty} {time}|" + dated(at) + ">";
      case Prose.Link(String url, String text) ->
          "<" + escape(url).replace("|", "%7C") + "|" + literal(text).replace('|', '¦') + ">";
    };
  }

  /** A moment in the reader's own zone; the fallback is UTC. */
  public static String date(Instant at) {
    return "<!date^"
        + at.getEpochSecond()
        + "^{date_short_pretty} {time}|"
        + CLOCK.format(at)
        + ">";
  }

  /** The time of a moment in the reader's own zone, where its day is plain; the fallback is UTC. */
  static String time(Instant at) {
    return "<!date^" + at.getEpochSecond() + "^{time}|" + CLOCK.format(at) + ">";
  }

  /** {@code Sat 2026-11-21 14:32 UTC}. */
  static String dated(Instant at) {
    return DATED.format(at);
  }

  /** {@code 14:32 UTC}. */
  public static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** Exactly {@code & < >}, once. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * Text as it is: escaped, and with look-alikes for those {@code * _ ~ `} that would format. A
   * snake_case name or a lone asterisk stays as it was typed.
   */
  public static String literal(String text) {
    var safe = new StringBuilder(text);
    for (int i = 0; i < FORMATTING.length(); i++) {
      char mark = FORMATTING.charAt(i);
      if (pairs(text, mark)) {
        for (int at : boundaries(text, mark)) {
          safe.setCharAt(at, HARMLESS.charAt(i));
        }
      }
    }
    return escape(safe.toString());
  }

  /** The same, at most {@code limit} characters after escaping. */
  public static String literal(String text, int limit) {
    return Fit.fitting(text, limit, Mrkdwn::literal);
  }

  private static boolean pairs(String text, char mark) {
    return boundaries(text, mark).size() > 1;
  }

  /** Where the mark stands at the edge of a word, which is where Slack heeds it. */
  private static List<Integer> boundaries(String text, char mark) {
    return IntStream.range(0, text.length())
        .filter(i -> text.charAt(i) == mark)
        .filter(i -> mark == '`' || !within(text, i))
        .boxed()
        .toList();
  }

  private static boolean within(String text, int at) {
    return at > 0
        && at < text.length() - 1
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
