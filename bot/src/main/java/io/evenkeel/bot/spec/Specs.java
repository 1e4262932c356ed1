package io.evenkeel.bot.spec;

import io.evenkeel.bot.spec.SpecFinding.Level;
import io.evenkeel.slo.Objectives;
import java.util.List;

/**
 * What was read.
 *
 * @param objectives those without an error
 * @param findings in the order of the files
 */
public record Specs(Objectives objectives, List<SpecFinding> findings) {
  public static final Specs NONE = new Specs(Objectives.NONE, List.of());

  public Specs {
    findings = List.copyOf(findings);
  }

  /** What keeps an objective from being read. */
  public List<SpecFinding> errors() {
    return findings.stream().filter(one -> one.level() == Level.ERROR).toList();
  }

  /** What somebody should look at; notes only tell. */
  public List<SpecFinding> doubtful() {
    return findings.stream().filter(one -> one.level() != Level.NOTE).toList();
  }
}
