package io.evenkeel.postmortem.revision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What whoever finishes a postmortem answers to the four questions. An empty answer says nothing.
 *
 * @param impact in numbers
 * @param surprised what surprised them
 * @param helped what helped
 * @param luck where luck helped
 * @param unlucky where it hurt
 */
public record Answers(String impact, String surprised, String helped, String luck, String unlucky) {

  /**
   * Headings, the best first, as parts of them in lower case; and one to be made when none fits.
   */
  private record Place(List<String> headings, String not, String otherwise) {
    Place(List<String> headings, String otherwise) {
      this(headings, "unlucky", otherwise);
    }
  }

  private static final Place IMPACT = new Place(List.of("impact"), "Impact");
  private static final Place SURPRISED =
      new Place(
          List.of("surpris", "went badly", "went wrong", "went poorly", "lessons"),
          "What surprised us");
  private static final Place HELPED =
      new Place(List.of("what helped", "went well", "lessons"), "What helped");
  private static final Place LUCK =
      new Place(List.of("lucky", "luck helped", "good luck"), "Where we were lucky");
  private static final Place UNLUCKY =
      new Place(List.of("unlucky", "luck hurt", "bad luck"), "\n", "Where we were unlucky");

  /**
   * The document with the answers under the headings that ask for them, behind what stands there;
   * nothing that is there is changed.
   */
  public String in(String document) {
    String text = answered(document, IMPACT, impact);
    text = answered(text, SURPRISED, surprised);
    text = answered(text, HELPED, helped);
    text = answered(text, LUCK, luck);
    return answered(text, UNLUCKY, unlucky);
  }

  private static String answered(String document, Place place, String answer) {
    String said = answer.strip();
    if (said.isEmpty()) {
      return document;
    }
    List<Section> sections = Section.of(document);
    Optional<Section> fitting =
        place.headings().stream()
            .flatMap(part -> sections.stream().filter(section -> fits(section, part, place.not())))
            .findFirst();
    return fitting
        .flatMap(section ->
            Section.replace(document, section.key(), (section.body() + "\n\n" + said).strip()))
        .orElseGet(
            () -> Lines.ended(document) + "\n## " + place.otherwise() + "\n\n" + said + "\n");
  }

  private static boolean fits(Section section, String part, String not) {
    String heading = section.heading().toLowerCase(Locale.ROOT);
    return heading.contains(part) && !heading.contains(not);
  }
}
