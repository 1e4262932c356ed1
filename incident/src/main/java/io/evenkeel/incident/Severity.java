package io.evenkeel.incident;

/**
 * The canonical name of a severity, such as {@code SEV-1}. What it means stands in {@link
 * SeverityScale}.
 */
public record Severity(String name) {
  @Override
  public String toString() {
    return name;
  }
}
