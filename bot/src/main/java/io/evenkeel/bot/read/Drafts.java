package io.evenkeel.bot.read;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.postmortem.Papers;
import io.evenkeel.persistence.postmortem.Postmortems;
import io.evenkeel.persistence.postmortem.Revisions;
import io.evenkeel.postmortem.Draft;
import io.evenkeel.postmortem.revision.Paper;
import io.evenkeel.postmortem.revision.Revision;
import io.evenkeel.postmortem.revision.Stamp;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Postmortem drafts of what is recorded right now, for whoever may see them. */
public final class Drafts {
  /** How often a command may commit between the two reads before something else must be wrong. */
  private static final int TRIES = 10;

  private final Database database;
  private final SeverityScale severities;
  private final Audiences.Audience readers;

  /** Whose readers inside are told roles in the narrative. */
  public Drafts(Database database, SeverityScale severities) {
    this(database, severities, Audiences.Audience.INSIDE);
  }

  /**
   * @param readers what is read, where nobody asks for another audience, is for them
   */
  public Drafts(Database database, SeverityScale severities, Audiences.Audience readers) {
    this.database = database;
    this.severities = severities;
    this.readers = readers;
  }

  /** For whom what is read is written, unless somebody asks for another audience. */
  public Audiences.Audience readers() {
    return readers;
  }

  /** The same texts for readers who are told roles in the place of people. */
  public Audiences audiences() {
    return new Audiences(database);
  }

  /** What was found. */
  public sealed interface Drafted {
    /**
     * @param draft what the timeline says
     * @param newest what people have made of it; null while nobody has
     */
    record Found(Draft draft, Postmortem about, @Nullable Revision newest) implements Drafted {

      /**
       * The postmortem's text: its newest revision, which says so in its front matter, else the
       * draft as it is written now.
       */
      public String text(Function<Draft, String> document) {
        return newest == null ? document.apply(draft) : Stamp.on(newest.text(), newest.number());
      }

      /** The same with what the timeline says by now. */
      public Paper paper(Function<Draft, String> document) {
        return new Paper(about, newest, draft, document.apply(draft));
      }
    }

    record NoSuchIncident() implements Drafted {}

    /**
     * @param why for the log: Postgres is away or did not answer in time
     */
    record NotNow(String why) implements Drafted {}
  }

  /** The draft of that incident, private or not. Reads within 30 s. */
  public Drafted of(IncidentNumber number) {
    return of(number, Eyes.ALL);
  }

  /** The same for whoever may not see everything: what they may not see is not there. */
  public Drafted of(IncidentNumber number, Eyes eyes) {
    try {
      return database.query(tx -> read(tx, number, eyes));
    } catch (Unavailable away) {
      return new Drafted.NotNow(String.valueOf(away.getMessage()));
    }
  }

  private Drafted read(Transaction tx, IncidentNumber number, Eyes eyes) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Incident> incident = new Incidents(tx).find(number);
      if (incident.filter(found -> Eyes.see(eyes, tx, found)).isEmpty()) {
        return new Drafted.NoSuchIncident();
      }
      Optional<Draft> draft = new Papers(tx, severities).draft(incident.get());
      if (draft.isPresent()) {
        return new Drafted.Found(
            draft.get(),
            new Postmortems(tx).of(number),
            new Revisions(tx).newest(number).orElse(null));
      }
    }
    return new Drafted.NotNow(number + " changed with every look");
  }
}
