package io.evenkeel.bot.config;

import io.evenkeel.paging.Escalations;
import java.util.List;

/**
 * The part {@code paging:} of the file.
 *
 * @param outlets each with a name of its own
 */
public record Paging(Escalations policies, List<Outside> outlets) {
  public static final Paging NONE = new Paging(Escalations.NONE, List.of());

  public Paging {
    outlets = List.copyOf(outlets);
  }
}
