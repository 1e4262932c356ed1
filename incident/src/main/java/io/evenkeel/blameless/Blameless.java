package io.evenkeel.blameless;

import io.evenkeel.blameless.Finding.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a postmortem for words that judge people. It advises and never gates: language has no
 * compiler. Timelines, quotes, code, addresses, comments and what the machine wrote are not read;
 * systems, tests, alerts and vendors may fail.
 */
public final class Blameless {
  private static final List<Check> CHECKS =
      List.of(
          new HumanError(),
          new Interrogations(),
          new Normative(),
          new Counterfactuals(),
          new Failings(),
          new SingleCause(),
          new Hindsight());

  private Blameless() {}

  /**
   * The findings in the order of the text; at most one for the same words. The same text, names and
   * settings always give the same findings.
   *
   * @param markdown of any length; time grows with the length alone
   * @param people names of those who took part, as they may stand in the text: full names, user
   *     names
   */
  public static List<Finding> check(String markdown, Collection<String> people, Settings settings) {
    var names = Names.of(people);
    String readable = Legible.of(markdown);
    var lines = new Lines(markdown);
    var findings = new ArrayList<Finding>();
    for (Sentence sentence : Sentences.of(readable, names)) {
      var of = new ArrayList<Finding>();
      for (Check check : CHECKS) {
        check.in(
            sentence,
            (rule, from, to, rewrite) -> {
              int start = sentence.tokens().get(from).start();
              int end = sentence.tokens().get(Math.min(to, sentence.size()) - 1).end();
              Level level = settings.of(rule);
              boolean told =
                  of.stream().anyMatch(f -> f.span().start() < end && start < f.span().end());
              if (level != Level.OFF && !told && !settings.allows(markdown, start, end)) {
                of.add(finding(rule, level, lines.span(start, end), markdown, rewrite));
              }
            });
      }
      findings.addAll(of);
    }
    findings.sort(Comparator.comparingInt(finding -> finding.span().start()));
    return List.copyOf(findings);
  }

  /**
   * Who is named in the table of roles that the machine wrote into this text, so that a file can be
   * read where nothing else is known of its incident. Empty when there is no such table.
   */
  public static List<String> named(String markdown) {
    int from = markdown.indexOf("<!-- evenkeel:begin roles -->");
    int to = from < 0 ? -1 : markdown.indexOf("<!-- evenkeel:end roles -->", from);
    if (to < 0) {
      return List.of();
    }
    return markdown
        .substring(from, to)
        .lines()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> line.split("(?<!\\\\)\\|"))
        .filter(cells -> cells.length > 2)
        .map(cells -> cells[2].replace("\\", "").strip())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static Finding finding(
      Rule rule, Level level, Span span, String markdown, String rewrite) {
    return new Finding(
        rule, level, span, markdown.substring(span.start(), span.end()), rule.why(), rewrite);
  }
}
