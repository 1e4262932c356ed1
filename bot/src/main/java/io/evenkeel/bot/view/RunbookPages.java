package io.evenkeel.bot.view;

import io.evenkeel.incident.RunbookStep;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A runbook's steps, as many on a page as fit into a message. Pages are counted from 1. */
final class RunbookPages {
  /** So many blocks fit into a message; a page ends before they are full. */
  private static final int BLOCKS = 46;

  private static final int STEPS = 10;

  /** So much of the text of one message a page may hold. */
  private static final int LETTERS = 9_000;

  private final Runbook runbook;
  private final List<List<Step>> pages;

  RunbookPages(Runbook runbook) {
    this.runbook = runbook;
    pages = pages(runbook);
  }

  int count() {
    return pages.size();
  }

  List<Step> page(int number) {
    return pages.get(number - 1);
  }

  /** The page that holds a step. */
  int with(int step) {
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).getLast().number() >= step) {
        return i + 1;
      }
    }
    return pages.size();
  }

  /**
   * The page that was asked for, or the last one where there is none of that number.
   *
   * @param wanted null for the page with the first step that is not done
   */
  int shown(List<RunbookStep> done, @Nullable Integer wanted) {
    if (wanted != null) {
      return Math.min(wanted, pages.size());
    }
    return runbook.steps().stream()
        .filter(step -> done(runbook, step, done).isEmpty())
        .findFirst()
        .map(step -> with(step.number()))
        .orElse(pages.size());
  }

  /** Who did a step, and when; empty while nobody has. */
  static Optional<RunbookStep> done(Runbook runbook, Step step, List<RunbookStep> done) {
    return done.stream()
        .filter(RunbookStep::stands)
        .filter(one -> one.of(runbook.name(), step.number(), step.text()))
        .findFirst();
  }

  private static List<List<Step>> pages(Runbook runbook) {
    var pages = new ArrayList<List<Step>>();
    var page = new ArrayList<Step>();
    int blocks = 0;
    int letters = 0;
    for (Step step : runbook.steps()) {
      // At worst a heading of its own stands above it.
      int needed = 2 + step.commands().size();
      int length = step.text().length() + step.commands().stream().mapToInt(String::length).sum();
      boolean full = page.size() == STEPS || blocks + needed > BLOCKS || letters + length > LETTERS;
      if (full && !page.isEmpty()) {
        pages.add(List.copyOf(page));
        page.clear();
        blocks = 0;
        letters = 0;
      }
      page.add(step);
      blocks += needed;
      letters += length;
    }
    pages.add(List.copyOf(page));
    return pages;
  }
}
