package io.evenkeel.bot;

import io.evenkeel.bot.access.Tokens;
import io.evenkeel.bot.cli.Works;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Settings;
import io.evenkeel.bot.desk.Desk;
import io.evenkeel.bot.desk.Restoring;
import io.evenkeel.bot.plain.Reply;
import io.evenkeel.bot.plain.Request;
import io.evenkeel.bot.plain.Wire;
import io.evenkeel.bot.read.Calendars;
import io.evenkeel.bot.read.Chains;
import io.evenkeel.bot.read.Colleagues;
import io.evenkeel.bot.read.Drafts;
import io.evenkeel.bot.read.DrillReports;
import io.evenkeel.bot.read.KnownPeople;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.oncall.Directory;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.DatabaseFacts;
import io.evenkeel.persistence.Inspection;
import io.evenkeel.persistence.Unavailable;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line reads and records, on a database of its own that closing gives back. */
record OpenRecords(
    Database database, Settings.Reading settings, Documents documents, InstantSource clock)
    implements Works.Records {
  @Override
  public Drafts drafts() {
    return documents.drafts();
  }

  @Override
  public Chains chains() {
    return new Chains(database);
  }

  @Override
  public void verified(boolean sound) {
    Verified.keep(database, sound, clock.instant());
  }

  @Override
  public Optional<Directory> colleagues() {
    return Colleagues.of(database);
  }

  @Override
  public Optional<Calendars> calendars() {
    return ready()
        ? Optional.of(new Calendars(database, settings.installation().oncall()))
        : Optional.empty();
  }

  @Override
  public Optional<String> drill(IncidentNumber number) {
    return new DrillReports(database).of(number);
  }

  @Override
  public Tokens tokens() {
    return new Tokens(database);
  }

  /**
   * A program that was just started may take longer to load on a busy machine than a command may
   * take: then Postgres is asked once more, in its own time.
   */
  @Override
  public boolean ready() {
    if (database.ready()) {
      return true;
    }
    try (var inspection = Inspection.open(Wiring.bot(settings.database()))) {
      DatabaseFacts facts = inspection.facts();
      return facts.schema() >= facts.wanted();
    } catch (Unavailable _) {
      return false;
    }
  }

  @Override
  public Restoring.Done restored(@Nullable IncidentNumber next) {
    return Restoring.run(database, next);
  }

  @Override
  public Reply say(Request request) {
    return wire().hear(request, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  @Override
  public Reply write(Wire.Written written) {
    return wire().write(written, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Wire wire() {
    Installation house = settings.installation();
    // The bot's relay looks by itself.
    var desk = new Desk(database, Wiring.house(house, documents), () -> {});
    return Wiring.wire(
        Asking.questions(database, house, documents), desk, new KnownPeople(database), house);
  }

  @Override
  public Set<String> templates() {
    return documents.postmortems().names();
  }

  @Override
  public Works.Written write(
      Drafts.Drafted.Found found, Works.Format format, @Nullable String template, boolean gantt) {
    return documents.write(found, format, template, gantt);
  }

  @Override
  public void close() {
    database.close();
  }
}
