package io.evenkeel.incident;

/** What Evenkeel does by itself when its time has come, and what belongs to no incident. */
public sealed interface Errand {

  /** One person is told of all their action items that are due or overdue. */
  record TellOfActions(PersonId person) implements Errand {}

  /**
   * Whoever reads the channel of an on-call schedule is told that somebody else is on call.
   *
   * @param schedule its name
   */
  record TellOfShift(String schedule) implements Errand {}

  /** Hardly anything is left of an objective's budget: an incident is declared, once for that. */
  record DeclareBreach(String service, String objective) implements Errand {}

  /** Nothing is left of it: whoever should know is told, and what is to be done is kept. */
  record TellExhausted(String service, String objective) implements Errand {}

  /**
   * A drill goes on in which another incident is told again.
   *
   * @param drill the drill's incident
   */
  record TellAgain(IncidentNumber drill) implements Errand {}

  /**
   * Alerts are acted on that whoever took them could not act on.
   *
   * @param key of their group
   */
  record AttendAlerts(String key) implements Errand {}

  /** Alerts of an incident that came too fast to be told one by one are summed up. */
  record TellOfAlerts(IncidentNumber incident) implements Errand {}
}
