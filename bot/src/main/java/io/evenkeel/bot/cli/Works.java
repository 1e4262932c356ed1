package io.evenkeel.bot.cli;

import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Erasing;
import io.evenkeel.bot.desk.Restoring;
import io.evenkeel.bot.doctor.Finding;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Request;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.read.Chains;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.oncall.Directory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the commands set in motion. What these throw is told in its own words and ends in 2. */
public interface Works {

  /** Runs the bot until it is told to stop. Returns the exit code. */
  int serve(Settings settings);

  /** Brings the schema to this version, as its owner. Returns how many migrations that took. */
  int migrate(Settings.Database database);

  /** What takes words away, as the owner of the tables. */
  default Erasing erasing(Settings.Database database) {
    throw new UnsupportedOperationException("nothing is erased here");
  }

  /** Looks whether the bot could work with these settings. */
  List<Finding> examine(Map<String, String> environment) throws InterruptedException;

  /** What time it is. */
  Instant now();

  /** Opens what is recorded. */
  Records open(Settings.Reading settings);

  /** What a postmortem can be written as. */
  enum Format {
    MD,
    HTML,
    JSON
  }

  /**
   * A document.
   *
   * @param fault why another template than the wanted one wrote it; empty when none did
   */
  record Written(String text, String fault) {}

  /** The records of incidents, open until closed. */
  interface Records extends AutoCloseable {
    Drafts drafts();

    Chains chains();

    /** Keeps for operators that everything was verified now, and whether it was sound. */
    default void verified(boolean sound) {}

    /** Who is in the workspace; empty where that cannot be told now. */
    Optional<Directory> colleagues();

    /** Rotas as they count by now; empty where that cannot be told. */
    default Optional<Calendars> calendars() {
      return Optional.empty();
    }

    /** A drill's report in Markdown; empty where that incident is no run of an experiment. */
    default Optional<String> drill(IncidentNumber number) {
      return Optional.empty();
    }

    /** The tokens of the API. */
    Tokens tokens();

    /** Postgres answers, and its schema is of this version. */
    boolean ready();

    /** What is done once after the database was restored from an older moment. */
    Restoring.Done restored(@Nullable IncidentNumber next);

    /** Says something for somebody, as it would be typed in Slack. */
    Reply say(Request request);

    /** Records an edited postmortem for somebody. */
    Reply write(Wire.Written written);

    /** The templates that a postmortem can be written with, in alphabetical order. */
    Set<String> templates();

    /**
     * Writes a postmortem: what people have made of it, or the draft while nobody has or when a
     * template or the diagram is asked for.
     *
     * @param template null for the one that the incident's severity has
     * @param gantt with a diagram of the phases
     */
    Written write(
        Drafts.Drafted.Found found, Format format, @Nullable String template, boolean gantt);

    @Override
    void close();
  }
}
