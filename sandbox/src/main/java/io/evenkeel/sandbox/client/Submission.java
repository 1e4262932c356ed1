package io.evenkeel.sandbox.client;

import java.util.Map;

/**
 * What came of a modal's submit.
 *
 * @param errors block id → words; empty if it was accepted
 */
public record Submission(Delivery delivery, Map<String, String> errors) {

  public Submission {
    errors = Map.copyOf(errors);
  }
}
