package io.evenkeel.persistence.delivery;

/** How far an effect has come. Stored as its name. */
public enum EffectState {
  /** To be done; nothing is under way. */
  READY,
  /** Under way: Slack may or may not have been asked. */
  SENDING,
  /** Slack was asked, and what came of it is not known. */
  UNKNOWN,
  /** Slack did it. */
  DONE,
  /** Refused for good, or in need of something that is: waits for a person. */
  PARKED,
  /** A newer edit of the same thing does its work. */
  SUPERSEDED
}
