package io.evenkeel.service;

/** What a service should have before the night on which it fails. */
public enum Lack {
  OWNER("nobody owns it", "owner: a team's name or @group"),
  POLICY("nobody is called for it", "policy: a paging policy or a schedule"),
  RUNBOOK("no runbook is for it", "runbooks: [name], or a runbook whose services: names it"),
  LOST_RUNBOOK("a runbook that it names is not in the folder", "the file, or its right name"),
  SLO("no objective is set", "slos: [name], or an objective for it"),
  UNTESTED("its recovery was not tested this quarter", "recovery_tested: the day, once it was");

  private final String words;
  private final String mend;

  Lack(String words, String mend) {
    this.words = words;
    this.mend = mend;
  }

  /** Such as "nobody owns it". */
  public String words() {
    return words;
  }

  /** What to write into the file. */
  public String mend() {
    return mend;
  }
}
