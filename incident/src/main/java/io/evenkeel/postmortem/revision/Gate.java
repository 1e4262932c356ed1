package io.evenkeel.postmortem.revision;

import io.evenkeel.incident.ActionItem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How far a postmortem is from what a reader a year later needs. Each check has its points and says
 * what is missing; the gate passes when all do.
 *
 * @param checks in the order in which they are told
 */
public record Gate(List<Check> checks) {
  /** So many of a hundred entries must have evidence: a timeline without any is hearsay. */
  private static final int EVIDENCE = 25;

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d|\\b(no|nobody|none|zero|one|two|three|all|every|half)\\b", Pattern.CASE_INSENSITIVE);

  public Gate {
    checks = List.copyOf(checks);
  }

  /**
   * @param points of a hundred in all
   * @param why what is missing and how to mend it; what was found when it passes
   */
  public record Check(String name, boolean passed, int points, String why) {}

  /**
   * How many of a timeline's entries can be looked up.
   *
   * @param linked with a link to the evidence
   */
  public record Evidence(int linked, int entries) {}

  /**
   * @param document the text as it stands
   * @param actions all of the incident's, done ones too
   */
  public static Gate of(String document, List<ActionItem> actions, Evidence evidence) {
    List<Section> sections = Section.of(document);
    return new Gate(
        List.of(
            impact(sections),
            evidence(evidence),
            ActionsCheck.of(actions),
            LuckCheck.of(sections),
            prompts(sections),
            conflicts(Document.parse(document))));
  }

  public boolean passed() {
    return failed().isEmpty();
  }

  public List<Check> failed() {
    return checks.stream().filter(check -> !check.passed()).toList();
  }

  /** Out of a hundred. */
  public int score() {
    return checks.stream().filter(Check::passed).mapToInt(Check::points).sum();
  }

  private static Check impact(List<Section> sections) {
    boolean numeric =
        sections.stream()
            .filter(section -> section.about("impact"))
            .anyMatch(section -> NUMBER.matcher(Prompts.said(section.body())).find());
    return new Check(
        "Impact in numbers",
        numeric,
        25,
        numeric
            ? "the impact is told in numbers"
            : "say under Impact how many were hurt, for how long: a number, or that there were"
                + " none");
  }

  private static Check evidence(Evidence evidence) {
    boolean enough =
        evidence.entries() == 0 || evidence.linked() * 100 >= evidence.entries() * EVIDENCE;
    String share = evidence.linked() + " of " + evidence.entries() + " entries have evidence";
    return new Check(
        "Evidence",
        enough,
        15,
        enough ? share : share + ": link messages, graphs or commits to at least a quarter");
  }

  private static Check prompts(List<Section> sections) {
    List<String> open =
        sections.stream().flatMap(section -> Prompts.open(section).stream()).toList();
    return new Check(
        "Questions answered",
        open.isEmpty(),
        15,
        open.isEmpty()
            ? "no question is open"
            : open.size() == 1
                ? "one question is open: “" + open.getFirst() + "”"
                : open.size() + " questions are open, the first: “" + open.getFirst() + "”");
  }

  private static Check conflicts(Document document) {
    var names = new ArrayList<String>();
    document.conflicts().forEach(conflict -> names.add(conflict.name()));
    boolean half =
        document.written().stream()
            .flatMap(written -> Lines.of(written.text()).stream())
            .anyMatch(Marker::any);
    boolean passed = names.isEmpty() && !half;
    String why =
        passed
            ? "nothing is in conflict"
            : names.isEmpty()
                ? "a line <!-- evenkeel:… --> has lost its other half: put it back or delete it"
                : "take over what is needed of the edited text kept in "
                    + String.join(", ", names)
                    + ", then delete the comment";
    return new Check("No conflicts", passed, 10, why);
  }
}
