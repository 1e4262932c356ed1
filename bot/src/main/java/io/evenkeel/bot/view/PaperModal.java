package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Prose;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.postmortem.revision.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form that one section of a postmortem is written in. */
public final class PaperModal {
  public static final String EDIT = "postmortem-edit";

  /** Choosing another section shows it at once. */
  public static final String SECTION = "section:choice";

  public static final String TEXT = "text";

  /** Slack's limit for the options of a select. */
  private static final int MOST = 100;

  private PaperModal() {}

  /**
   * What the form with a section is about.
   *
   * @param revision that is edited
   * @param section its key
   */
  public record About(IncidentNumber incident, int revision, String section) {
    public static Optional<About> parse(String metadata) {
      String[] parts = metadata.split(" ", 3);
      Optional<IncidentNumber> incident = IncidentNumber.parse(parts[0]);
      return parts.length == 3 && incident.isPresent() && parts[1].matches("\\d{1,9}")
          ? Optional.of(new About(incident.get(), Integer.parseInt(parts[1]), parts[2]))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return incident + " " + revision + " " + section;
    }
  }

  /** The name of the text's field in that section: the words under it find it by this. */
  public static String field(String section) {
    return "text-" + section.replaceFirst(":.*", "");
  }

  /**
   * @param wanted a section's key; null for the first that asks something
   */
  public static View edit(Paper paper, @Nullable String wanted) {
    List<Section> sections =
        Section.of(paper.text()).stream()
            .filter(section -> !section.heading().isEmpty() || !section.body().isEmpty())
            .limit(MOST)
            .toList();
    Section chosen =
        sections.stream()
            .filter(section -> section.key().equals(wanted))
            .findFirst()
            .or(() ->
                sections.stream()
                    .filter(section -> wanted == null && section.body().contains("<!-- prompt:"))
                    .findFirst())
            .orElseGet(() -> sections.isEmpty() ? new Section("0:", "", "") : sections.getFirst());
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(
        Fields.telling(
            "section",
            "Section",
            Fields.select(
                SECTION,
                sections.isEmpty()
                    ? List.of(option(chosen))
                    : sections.stream().map(PaperModal::option).toList(),
                option(chosen))));
    blocks.add(body(paper.incident(), chosen));
    return Fields.form(
        EDIT,
        paper.incident().number() + " postmortem",
        "Save",
        new About(paper.incident().number(), paper.revision(), chosen.key()).toString(),
        blocks);
  }

  private static LayoutBlock body(Incident incident, Section section) {
    int length = section.body().length();
    if (length > Fields.LONGEST) {
      Prose words =
          Prose.of("This section has " + "%,d".formatted(length) + " characters, and a field of")
              .text(" Slack's holds 3,000: cut, it would lose text. Edit it in a file: ")
              .code("evenkeel export " + incident.number() + " > FILE.md")
              .text(", then ")
              .code("evenkeel import FILE.md --as you")
              .text("; or over HTTP: ")
              .code("PUT /api/v1/incidents/" + incident.number() + "/postmortem")
              .text(". Or choose another section.");
      return SectionBlock.builder().text(markdownText(Mrkdwn.of(words, Fit.SECTION))).build();
    }
    return Fields.field(
        field(section.key()),
        "Text",
        "Markdown. A line [evenkeel: …] stands for what is written from the timeline; move it as"
            + " you like.",
        true,
        Fields.written(TEXT, Fields.LONGEST, section.body()));
  }

  private static OptionObject option(Section section) {
    return Fields.option(
        section.key(), section.heading().isEmpty() ? "(at the top)" : section.heading());
  }
}
