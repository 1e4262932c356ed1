package io.evenkeel.oncall;

import org.jspecify.annotations.Nullable;

/**
 * One turn of a rotation.
 *
 * @param who null where the plan names nobody, as a week of a rota with an empty cell does
 */
public record Turn(@Nullable Participant who) {
  public static final Turn NOBODY = new Turn(null);

  public static Turn of(String name) {
    return new Turn(new Participant(name));
  }
}
