package io.evenkeel.bot;

import io.evenkeel.bot.cli.Works;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.templates.PostmortemJson;
import io.evenkeel.templates.Postmortems;
import io.evenkeel.templates.WebPage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where postmortems come from, and what writes them.
 *
 * @param drafts what is recorded
 * @param postmortems the templates of this installation
 */
record Documents(Drafts drafts, Postmortems postmortems) {
  private static final Logger log = LoggerFactory.getLogger(Documents.class);

  /**
   * @param templates a team's own; null for none. What is wrong with them is logged
   */
  static Documents of(Database database, Installation house, @Nullable Path templates) {
    var postmortems = Postmortems.load(templates, house.postmortemTemplates());
    postmortems.faults().forEach(fault -> log.warn("{}", fault));
    return new Documents(new Drafts(database, house.severities()), postmortems);
  }

  /**
   * What people have made of it, or the draft of the newest timeline while nobody has.
   *
   * @throws Unavailable when it cannot be read now
   */
  String markdown(IncidentNumber incident) {
    return switch (drafts.of(incident)) {
      case Drafts.Drafted.Found found -> found.text(this::usual);
      case Drafts.Drafted.NoSuchIncident _ ->
          throw new IllegalStateException(incident + " is not there");
      case Drafts.Drafted.NotNow(String why) ->
          throw new Unavailable(incident + " could not be read: " + why, null, false);
    };
  }

  /** The draft as the incident's severity has it; a template that could not be used is logged. */
  String usual(Draft draft) {
    var document = postmortems.write(draft, Postmortems.Wanted.USUAL);
    if (!document.fault().isEmpty()) {
      log.warn("The postmortem of {}: {}", draft.incident().number(), document.fault());
    }
    return document.markdown();
  }

  /** As the command line wants it. */
  Works.Written write(
      Drafts.Drafted.Found found, Works.Format format, @Nullable String template, boolean gantt) {
    if (format == Works.Format.JSON) {
      return new Works.Written(PostmortemJson.of(found.draft()), "");
    }
    var wanted = new Postmortems.Wanted(template, gantt);
    boolean usual = wanted.equals(Postmortems.Wanted.USUAL);
    var document = postmortems.write(found.draft(), wanted);
    String markdown = usual ? found.text(_ -> document.markdown()) : document.markdown();
    return new Works.Written(
        format == Works.Format.HTML ? WebPage.of(markdown) : markdown, document.fault());
  }
}
