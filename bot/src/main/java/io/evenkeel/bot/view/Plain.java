package io.evenkeel.bot.view;

import io.evenkeel.incident.Prose;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words where Slack shows no markup: the error under a field of a form. */
public final class Plain {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Plain() {}

  public static String of(Prose prose) {
    return prose.spans().stream().map(Plain::span).collect(Collectors.joining());
  }

  private static String span(Prose.Span span) {
    return switch (span) {
      case Prose.Text(String text) -> text;
      case Prose.Strong(String text) -> text;
      case Prose.Code(String text) -> text;
      case Prose.Mention mention -> "@" + mention.person().name();
      case Prose.Room room -> room.channel().toString();
      case Prose.At at -> TIME.format(at.instant());
      case Prose.When when -> Mrkdwn.dated(when.instant());
      case Prose.Link link -> link.text() + " (" + link.url() + ")";
    };
  }
}
