package io.evenkeel.oncall;

/** Who can be told, as far as whoever asks knows it. */
@FunctionalInterface
public interface Directory {
  /** Knows nobody, so it finds fault with nobody. */
  Directory NOT_ASKED = _ -> Standing.HERE;

  /** Whether somebody can be on call. */
  enum Standing {
    HERE,
    /** Was in the workspace and is not any more. */
    LEFT,
    UNKNOWN
  }

  Standing of(Participant participant);
}
