package io.evenkeel.incident;

/**
 * Somebody, under the name they went by when it was said. The id is what is trusted; the name is
 * what the timeline keeps, so that an export reads the same after somebody renames themselves.
 */
public record Person(PersonId id, String name) {
  /**
   * In the place of a person where an incident was declared by Evenkeel itself: nobody who could be
   * told, invited, mentioned or given anything.
   */
  public static final Person EVENKEEL = new Person(PersonId.EVENKEEL, "Evenkeel");

  /** False for Evenkeel itself. */
  public boolean human() {
    return !id.equals(PersonId.EVENKEEL);
  }
}
