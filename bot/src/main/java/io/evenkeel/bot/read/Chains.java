package io.evenkeel.bot.read;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.audit.Audit;
import io.evenkeel.persistence.audit.AuditVerdict;
import io.evenkeel.persistence.incident.Incidents;
import io.evenkeel.persistence.incident.Timeline;
import io.evenkeel.persistence.incident.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that timelines and the audit are as they were recorded. */
public final class Chains {
  private final Database database;

  public Chains(Database database) {
    this.database = database;
  }

  /** What the check found. */
  public sealed interface Checked {

    /**
     * @param incidents in order of their numbers
     * @param audit null when one incident was asked for
     */
    record Done(List<Finding> incidents, @Nullable AuditFinding audit) implements Checked {
      public Done {
        incidents = List.copyOf(incidents);
      }
    }

    record NoSuchIncident() implements Checked {}

    record NotNow(String why) implements Checked {}
  }

  /**
   * One timeline.
   *
   * @param head the hash it ends in
   * @param broken what is wrong with it; null when it is sound
   */
  public record Finding(
      IncidentNumber incident, int entries, String head, @Nullable String broken) {}

  /**
   * What Evenkeel did by itself.
   *
   * @param head the hash it ends in
   * @param broken what is wrong with it; null when it is sound
   */
  public record AuditFinding(long entries, String head, @Nullable String broken) {}

  /**
   * @param only null for all incidents and the audit; each is read by itself, up to 30 s
   */
  public Checked check(@Nullable IncidentNumber only) {
    try {
      List<IncidentNumber> known = database.query(tx -> new Incidents(tx).numbers());
      if (only != null && !known.contains(only)) {
        return new Checked.NoSuchIncident();
      }
      List<IncidentNumber> wanted = only == null ? known : List.of(only);
      return new Checked.Done(
          wanted.stream().sorted().map(this::finding).toList(), only == null ? audit() : null);
    } catch (Unavailable away) {
      return new Checked.NotNow(String.valueOf(away.getMessage()));
    }
  }

  private AuditFinding audit() {
    return switch (database.query(tx -> new Audit(tx).verify())) {
      case AuditVerdict.Sound(long count, String head) -> new AuditFinding(count, head, null);
      case AuditVerdict.Broken(long seq, String why) ->
          new AuditFinding(seq - 1, "", "entry " + seq + ": " + why);
    };
  }

  private Finding finding(IncidentNumber number) {
    return switch (database.query(tx -> new Timeline(tx).verify(number))) {
      case Verdict.Sound sound ->
          new Finding(number, sound.head().count(), sound.head().hash(), null);
      case Verdict.Broken broken ->
          new Finding(number, broken.seq() - 1, "", "entry " + broken.seq() + ": " + broken.why());
    };
  }
}
