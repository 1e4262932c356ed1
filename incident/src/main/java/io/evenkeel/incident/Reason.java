package io.evenkeel.incident;

import java.util.List;

/** Why a command was refused, in words for the person, and what to press or type instead. */
public record Reason(Prose words, List<Offer> offers) {
  public Reason {
    offers = List.copyOf(offers);
  }

  static Reason of(Prose words, Offer... offers) {
    return new Reason(words, List.of(offers));
  }
}
