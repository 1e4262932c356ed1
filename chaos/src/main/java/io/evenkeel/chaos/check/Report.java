package io.evenkeel.chaos.check;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check found.
 *
 * @param acknowledged commands whose answer said what was done
 * @param refused commands whose answer said why nothing was done
 * @param notRecorded commands that were answered with "NOT recorded"
 * @param doubtful commands that were answered with "may be recorded"
 * @param unanswered commands without an answer
 * @param slowest the longest that an answer took
 * @param recorded commands that the inbox holds as done
 * @param seen messages of ours that people see
 * @param swept copies of messages that were there for a while
 */
public record Report(
    int acknowledged,
    int refused,
    int notRecorded,
    int doubtful,
    int unanswered,
    Duration slowest,
    int recorded,
    int done,
    int superseded,
    int parked,
    int pending,
    int seen,
    int swept,
    List<Finding> findings) {
  private static final int SHOWN = 50;

  public Report {
    findings = List.copyOf(findings);
  }

  /** How many findings are of that kind. */
  public long count(Finding.What what) {
    return findings.stream().filter(finding -> finding.what() == what).count();
  }

  public long lost() {
    return count(Finding.What.LOST);
  }

  public long duplicated() {
    return count(Finding.What.DUPLICATED);
  }

  /** Every promise is kept. */
  public boolean clean() {
    return findings.isEmpty();
  }

  /** The figures, what was found (the first 50), and at the end the two that matter most. */
  @Override
  public String toString() {
    String found =
        findings.stream()
            .limit(SHOWN)
            .map(finding -> "  " + finding + "\n")
            .collect(Collectors.joining());
    if (findings.size() > SHOWN) {
      found += "  … and " + (findings.size() - SHOWN) + " more\n";
    }
    return ("commands: %d acknowledged, %d refused, %d not recorded, %d in doubt, %d unanswered;"
            + " slowest answer %d ms\n"
            + "inbox: %d recorded · effects: %d done, %d superseded, %d parked, %d pending"
            + " · %d messages seen, %d copies swept\n"
            + "%s"
            + "disordered %d broken chains %d unfinished %d untrue %d\n"
            + "lost %d duplicated %d")
        .formatted(
            acknowledged,
            refused,
            notRecorded,
            doubtful,
            unanswered,
            slowest.toMillis(),
            recorded,
            done,
            superseded,
            parked,
            pending,
            seen,
            swept,
            found,
            count(Finding.What.DISORDERED),
            count(Finding.What.CHAIN),
            count(Finding.What.UNFINISHED),
            count(Finding.What.UNTRUE),
            lost(),
            duplicated());
  }
}
