package io.evenkeel.blameless;

/** Reads one sentence for one sort of judgement. */
interface Check {
  void in(Sentence sentence, Found found);
}
