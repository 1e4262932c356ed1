package io.evenkeel.incident;

/** The canonical name of a role, such as {@code incident-commander}. */
public record Role(String name) {
  public static final Role INCIDENT_COMMANDER = new Role("incident-commander");
  public static final Role COMMUNICATIONS_LEAD = new Role("communications-lead");

  /** As people say it: "incident commander". */
  public String words() {
    return name.replace('-', ' ');
  }

  @Override
  public String toString() {
    return name;
  }
}
