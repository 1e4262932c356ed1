package io.evenkeel.paging;

/**
 * A place on a policy's ladder.
 *
 * @param round how often the whole ladder was gone through before; from 0
 * @param step index in {@link Escalation#steps()}
 * @param mention false for the direct messages, true for the mention in the channel that follows
 */
public record Rung(int round, int step, boolean mention) {
  public static final Rung FIRST = new Rung(0, 0, false);
}
