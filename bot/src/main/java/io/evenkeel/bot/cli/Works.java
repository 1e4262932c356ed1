package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Request;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Chains;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.oncall.Directory;
import io.evenkeel.postmortem.Draft;
import java.time.Instant;
import java.util.Optional;

/** What the commands set in motion. What these throw is told in its own words and ends in 2. */
public interface Works {

  /** Runs the bot until it is told to stop. Returns the exit code. */
  int serve(Settings settings);

  /** Brings the schema to this version, as its owner. Returns how many migrations that took. */
  int migrate(Settings.Database database);

  /** What time it is. */
  Instant now();

  /** Opens what is recorded. */
  Records open(Settings.Reading settings);

  /** The records of incidents, open until closed. */
  interface Records extends AutoCloseable {
    Drafts drafts();

    Chains chains();

    /** Who is in the workspace; empty where that cannot be told now. */
    Optional<Directory> colleagues();

    /** Postgres answers, and its schema is of this version. */
    boolean ready();

    /** Says something for somebody, as it would be typed in Slack. */
    Reply say(Request request);

    /** Records an edited postmortem for somebody. */
    Reply write(Wire.Written written);

    /** Writes a postmortem as Markdown. */
    String markdown(Draft draft);

    @Override
    void close();
  }
}
