package io.evenkeel.bot.view;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Quote;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The message that an incident is declared from, as it travels with the form: below the form's own
 * line, one thing in each line and the words last.
 *
 * @param asked when it was asked for, by Slack's clock
 */
public record CarriedQuote(Quote quote, Instant asked) {
  private static final String HEAD = "quote";
  private static final int LINES = 8;

  /** Slack's limit for {@code private_metadata}, and room for what else a form carries. */
  private static final int MOST = 3000 - 200;

  /** Nothing is cut without a word: the message itself is a link away. */
  private static final String REST = " (the rest is in Slack)";

  /** Reads what {@link #text()} wrote; empty when there is none. */
  public static Optional<CarriedQuote> parse(String metadata) {
    String[] lines = metadata.split("\n", LINES + 1);
    if (lines.length <= LINES || !lines[1].equals(HEAD)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CarriedQuote(
              new Quote(
                  new MessageRef(new ChannelId(lines[2]), lines[3]),
                  new Person(new PersonId(lines[5]), lines[6]),
                  lines[8],
                  lines[7]),
              Instant.parse(lines[4])));
    } catch (DateTimeException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** What else the form carries: everything above the message. */
  public static String above(String metadata) {
    int end = metadata.indexOf('\n');
    return end < 0 ? metadata : metadata.substring(0, end);
  }

  /** What goes below the form's own line, as much of the words as there is room for. */
  String text() {
    MessageRef message = quote.message();
    Person author = quote.author();
    String before =
        String.join(
            "\n",
            "",
            HEAD,
            message.channel().value(),
            message.ts(),
            asked.toString(),
            author.id().value(),
            author.name().replace('\n', ' '),
            quote.link(),
            "");
    String words = quote.text();
    int room = MOST - before.length();
    return before
        + (words.length() <= room ? words : Fit.plain(words, room - REST.length()) + REST);
  }
}
