package io.evenkeel.blameless;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is looked for. Where two rules meet in the same words, the earlier one speaks. The sorts are
 * those of the field: counterfactuals, normative words and mechanistic reasoning (Dekker, "The
 * Field Guide to Understanding Human Error"), hindsight, and what/how in the place of who/why
 * (Etsy's debriefing guide, PagerDuty's postmortem guide).
 */
public enum Rule {
  /** Human error given as a cause. */
  HUMAN_ERROR(
      Level.WARNING,
      "\"Human error\" ends the search where it should begin: the step made sense to somebody."),
  /** Who or why, asked about people. */
  WHO_WHY(
      Level.WARNING,
      "Who and why ask people to defend themselves. What and how ask for what they saw."),
  /** Words that grade people: careless, negligent, at fault. */
  NORMATIVE(
      Level.WARNING,
      "This grades a person by the outcome. Say what was seen, known and done, not how good it"
          + " was."),
  /** What people should have, could have or failed to do. */
  COUNTERFACTUAL(
      Level.WARNING,
      "This tells of something that did not happen, known only afterwards. It explains nothing"
          + " that did happen."),
  /** A person and a failing verb. */
  PERSON_FAILED(
      Level.WARNING,
      "The sentence ends at a person. What around that person let the step go through?"),
  /** One cause for everything. */
  SINGLE_CAUSE(
      Level.NOTE,
      "One cause hides the others: several things had to come together, each of which can be"
          + " changed."),
  /** What was plain only afterwards. */
  HINDSIGHT(
      Level.NOTE,
      "It is plain now. At the time something else looked likelier, and that is the news.");

  private final Level standard;
  private final String why;

  Rule(Level standard, String why) {
    this.standard = standard;
    this.why = why;
  }

  /** Its name in files and reports, such as {@code person-failed}; never changed once given. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How loudly it speaks when nobody set it. */
  public Level standard() {
    return standard;
  }

  /** One or two sentences for the author. */
  public String why() {
    return why;
  }

  public static Optional<Rule> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** All ids, for who typed a wrong one. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Rule::id).toList();
  }
}
