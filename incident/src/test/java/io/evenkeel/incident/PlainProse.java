package io.evenkeel.incident;

import java.util.stream.Collectors;

/** What is said, without how it is set. */
public final class PlainProse {
  private PlainProse() {}

  public static String of(Prose prose) {
    return prose.spans().stream()
        .map(span ->
            switch (span) {
              case Prose.Text text -> text.text();
              case Prose.Strong strong -> strong.text();
              case Prose.Code code -> code.text();
              case Prose.Mention mention -> "@" + mention.person().name();
              case Prose.Room room -> "#" + room.channel();
              case Prose.At at -> at.instant().toString();
              case Prose.When when -> when.instant().toString();
              case Prose.Link link -> link.text();
            })
        .collect(Collectors.joining());
  }
}
