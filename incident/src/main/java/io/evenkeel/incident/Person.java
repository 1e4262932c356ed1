package io.evenkeel.incident;

/**
 * Somebody, under the name they went by when it was said. The id is what is trusted; the name is
 * what the timeline keeps, so that an export reads the same after somebody renames themselves.
 */
public record Person(PersonId id, String name) {}
