package io.evenkeel.bot.delivery;

/**
 * What pages need besides Slack's messages.
 *
 * @param missed takes who does not see theirs
 * @param outlets what rings outside Slack
 */
public record Pagers(Missed missed, Outlets outlets) {
  /** Nobody is missed, and nothing rings. */
  public static final Pagers NONE = new Pagers((_, _, _, _, _) -> {}, Outlets.NONE);
}
