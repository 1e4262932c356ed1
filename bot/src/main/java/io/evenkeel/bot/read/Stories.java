package io.evenkeel.bot.read;

import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.incident.Told;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.incident.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Timelines, and what is told at single entries of them. Throws as {@link Questions}. */
public final class Stories {
  private static final int ENTRIES = 15;
  private static final int LATEST = 100;

  private final Database database;

  Stories(Database database) {
    this.database = database;
  }

  /**
   * One page of a timeline in the order in which things happened, the oldest on the first.
   *
   * @param putRight which of these entries a later one supersedes
   * @param correctors who has put an entry right, by the entry that stands instead
   * @param page counted from 1
   * @param hidden how many entries stand in the history alone
   */
  public record Story(
      Incident incident,
      List<TimelineEntry> entries,
      Set<Integer> putRight,
      Map<Integer, String> correctors,
      int page,
      int pages,
      int hidden) {}

  /**
   * @param asked null for the newest page; one that is not there is the nearest
   */
  public Optional<Story> timeline(
      @Nullable IncidentNumber target,
      @Nullable ChannelId place,
      PersonId asker,
      Utterance.Asked.Timeline asked) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> Meant.seen(tx, target, place, asker).map(incident -> story(tx, incident, asked)));
  }

  private static Story story(Transaction tx, Incident incident, Utterance.Asked.Timeline asked) {
    var timeline = new Timeline(tx);
    int standing = timeline.standing(incident.number());
    int shown = asked.history() ? incident.entries() : standing;
    int pages = Math.max(1, (shown + ENTRIES - 1) / ENTRIES);
    Integer wanted = asked.page();
    int page = wanted == null ? pages : Math.min(wanted, pages);
    List<TimelineEntry> entries =
        timeline.happened(incident.number(), asked.history(), ENTRIES, (page - 1) * ENTRIES);
    List<Integer> seqs = entries.stream().map(TimelineEntry::seq).toList();
    return new Story(
        incident,
        entries,
        timeline.superseded(incident.number(), seqs),
        timeline.correctors(incident.number(), seqs),
        page,
        pages,
        incident.entries() - standing);
  }

  /** The latest entries of its timeline, to suggest moments from. */
  public List<TimelineEntry> latest(Incident incident) {
    int last = incident.entries();
    return database.query(
        Database.COMMAND_LIMIT,
        tx -> new Timeline(tx).range(incident.number(), Math.max(1, last - LATEST), last));
  }

  /**
   * What is told at an entry.
   *
   * @param told null when there is no such entry
   */
  public record Entry(Incident incident, @Nullable Told told) {}

  /**
   * @param seq 0 for the asker's last update
   */
  public Optional<Entry> told(
      @Nullable IncidentNumber target, @Nullable ChannelId place, PersonId asker, int seq) {
    return database.query(
        Database.COMMAND_LIMIT,
        tx ->
            Meant.seen(tx, target, place, asker)
                .map(incident -> {
                  var timeline = new Timeline(tx);
                  var found =
                      seq == 0
                          ? timeline.lastUpdate(incident.number(), asker)
                          : timeline.told(incident.number(), seq);
                  return new Entry(incident, found.orElse(null));
                }));
  }
}
