package io.evenkeel.incident;

/** The canonical name of a role, such as {@code incident-commander}. */
public record Role(String name) {
  public static final Role INCIDENT_COMMANDER = new Role("incident-commander");

  /** As people say it: "incident commander". */
  public String words() {
    return name.replace('-', ' ');
  }

  @Override
  public String toString() {
    return name;
  }
}
