package io.evenkeel.runbook;

import java.util.ArrayList;
import java.util.List;

/** A step of a runbook that is being read. */
final class StepDraft {
  static final StepDraft NONE = new StepDraft(0, false);

  final int line;
  final boolean item;
  final StringBuilder text = new StringBuilder();
  final List<String> commands = new ArrayList<>();
  boolean apart;

  StepDraft(int line, boolean item) {
    this.line = line;
    this.item = item;
  }

  boolean open() {
    return line > 0;
  }
}
