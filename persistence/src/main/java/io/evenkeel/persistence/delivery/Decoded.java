package io.evenkeel.persistence.delivery;

import io.evenkeel.incident.Effect;

/** What a stored effect says to this version of Evenkeel. */
public sealed interface Decoded {

  record Known(Effect effect) implements Decoded {}

  /** Of a kind and version that this version writes, and yet damaged. */
  record Unreadable(String why) implements Decoded {}

  /** A newer version's word: left alone, as a newer replica will do it. */
  record Foreign(String kind, int version) implements Decoded {}
}
