package io.evenkeel.bot.delivery;

/** A call to Slack that brought no success. Expected, so without a stack trace. */
final class SlackFault extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  SlackFault(Fault fault) {
    super(fault.toString(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
