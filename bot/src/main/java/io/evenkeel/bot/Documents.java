package io.evenkeel.bot;

import io.evenkeel.bot.cli.Works;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.folder.Folder;
import io.evenkeel.bot.read.Audiences;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.runbook.Shelf;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.revision.Revision;
import io.evenkeel.runbook.Library;
import io.evenkeel.templates.PostmortemJson;
import io.evenkeel.templates.Postmortems;
import io.evenkeel.templates.WebPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where postmortems come from, what writes them, and the runbooks that they speak of.
 *
 * @param drafts what is recorded
 * @param postmortems the templates of this installation
 * @param folder where they are kept as files; null for nowhere
 * @param runbooks as they are now
 */
record Documents(
    Drafts drafts, Postmortems postmortems, @Nullable Folder folder, Supplier<Library> runbooks)
    implements io.evenkeel.bot.delivery.Postmortems {
  private static final Logger log = LoggerFactory.getLogger(Documents.class);

  /**
   * @param templates a team's own; null for none. What is wrong with them is logged
   * @param exports where they are kept as files; null for nowhere
   */
  static Documents of(
      Database database, Installation house, @Nullable Path templates, @Nullable Path exports) {
    var postmortems = Postmortems.load(templates, house.postmortem().templates());
    postmortems.faults().forEach(fault -> log.warn("{}", fault));
    return new Documents(
        new Drafts(
            database,
            house.severities(),
            house.postmortem().names() ? Audiences.Audience.NAMED : Audiences.Audience.INSIDE),
        postmortems,
        exports == null ? null : new Folder(exports, house.postmortem().privateFiles()),
        runbooks(house));
  }

  private static Supplier<Library> runbooks(Installation house) {
    Path folder = house.signals().runbooks();
    return folder == null ? () -> Library.NONE : new Shelf(folder);
  }

  /**
   * What people have made of it, or the draft of the newest timeline while nobody has.
   *
   * @throws Unavailable when it cannot be read now
   */
  @Override
  public String markdown(IncidentNumber incident) {
    Drafts.Drafted.Found found = found(incident);
    Revision newest = found.newest();
    // For reading: without its revision nobody takes it for what comes back by import.
    return read(found.draft(), newest == null ? usual(found.draft()) : newest.text());
  }

  /** As readers inside get it. */
  private String read(Draft draft, String text) {
    return drafts.audiences().told(draft, text, drafts.readers()).text();
  }

  @Override
  public @Nullable Path keep(IncidentNumber incident) throws IOException {
    if (folder == null) {
      return null;
    }
    Drafts.Drafted.Found found = found(incident);
    return switch (folder.keep(found.draft(), found.text(this::usual))) {
      case Folder.Kept.Written(Path file) -> {
        log.info("The postmortem of {} is kept as {}", incident, file);
        yield folder.pictures(found.draft());
      }
      case Folder.Kept.Edited(Path file) -> {
        log.info("{} was changed since it was written: it is left as it is", file);
        yield folder.pictures(found.draft());
      }
      case Folder.Kept.Private() -> {
        log.debug("{} is private: it is kept as no file", incident);
        yield null;
      }
    };
  }

  private Drafts.Drafted.Found found(IncidentNumber incident) {
    return switch (drafts.of(incident)) {
      case Drafts.Drafted.Found found -> found;
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
        format == Works.Format.HTML ? WebPage.of(read(found.draft(), markdown)) : markdown,
        document.fault());
  }
}
