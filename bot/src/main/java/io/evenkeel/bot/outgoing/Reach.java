package io.evenkeel.bot.outgoing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which hosts may be called besides Slack and Postgres: all of them where nothing is listed.
 *
 * @param allowed lower case; {@code *.example.org} means every host below example.org, and not
 *     example.org itself
 */
public record Reach(List<String> allowed) {
  public static final Reach EVERYWHERE = new Reach(List.of());

  public Reach {
    allowed = allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  public boolean allows(String host) {
    String bare = bare(host);
    return allowed.isEmpty() || allowed.stream().anyMatch(one -> matches(one, bare));
  }

  /** Why it may not be called, and what to do; empty where it may. */
  public Optional<String> refusal(String host) {
    return allows(host)
        ? Optional.empty()
        : Optional.of(
            bare(host)
                + " is not under outgoing: allow: in the settings, so it is not called. Add it"
                + " there if it is meant");
  }

  private static boolean matches(String allowed, String host) {
    return allowed.startsWith("*.")
        ? host.endsWith(allowed.substring(1)) && host.length() > allowed.length() - 1
        : host.equals(allowed);
  }

  /** One dot at the end means the same host. */
  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
