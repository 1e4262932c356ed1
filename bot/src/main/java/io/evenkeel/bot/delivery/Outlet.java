package io.evenkeel.bot.delivery;

/** Something outside Slack that rings a phone. Telling it the same twice rings once. */
public interface Outlet {
  /**
   * @throws SlackFault what came of it, as for Slack
   */
  void tell(Alert alert) throws SlackFault;
}
