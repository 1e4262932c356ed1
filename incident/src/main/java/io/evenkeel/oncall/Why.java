package io.evenkeel.oncall;

/** Why somebody, or nobody, is on call. */
public enum Why {
  /** It is their turn. */
  ROTATION("by rotation"),
  /** They stand in for whoever is planned. */
  OVERRIDE("by override"),
  /** The layer is not staffed at these hours. */
  OUTSIDE_HOURS("outside its hours"),
  /** The rotation has not begun. */
  NOT_YET("not begun yet"),
  /** The plan names nobody for this time. */
  UNASSIGNED("nobody planned");

  private final String words;

  Why(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
