package io.evenkeel.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The roles of this installation, in the order in which they are shown. */
public record Roles(List<Entry> entries) {

  /**
   * @param aliases other ways of writing it; letter case, spaces, hyphens and underscores do not
   *     matter
   * @param duty what the holder does, in one or two sentences
   */
  public record Entry(Role role, List<String> aliases, String duty) {}

  /** Incident commander, tech lead, communications lead and scribe. */
  public static final Roles STANDARD =
      new Roles(
          List.of(
              new Entry(
                  Role.INCIDENT_COMMANDER,
                  List.of("ic", "commander", "command", "incident command", "lead"),
                  "Decides, delegates and keeps the overview. Does not debug."),
              new Entry(
                  new Role("tech-lead"),
                  List.of("technical lead", "tl", "tech", "technical", "ops lead"),
                  "Leads the investigation and the fix; tells the commander what is known and"
                      + " tried."),
              new Entry(
                  new Role("communications-lead"),
                  List.of("communications", "comms", "comms lead", "communication", "cl"),
                  "Writes the updates for everybody outside the channel, at the promised times."),
              new Entry(
                  new Role("scribe"),
                  List.of("scribes", "note taker", "notes"),
                  "Keeps the timeline: what happened when, what was decided and why.")));

  public Roles {
    entries = List.copyOf(entries);
  }

  /** The role somebody typed: {@code ic}, {@code Tech Lead}, {@code technical-lead}. */
  public Optional<Role> find(String typed) {
    String wanted = bare(typed);
    return entries.stream()
        .filter(entry ->
            bare(entry.role().name()).equals(wanted)
                || entry.aliases().stream().anyMatch(alias -> bare(alias).equals(wanted)))
        .map(Entry::role)
        .findFirst();
  }

  /** What the holder of a role does; empty for a role that an older configuration knew. */
  public Optional<String> duty(Role role) {
    return entries.stream().filter(e -> e.role().equals(role)).map(Entry::duty).findFirst();
  }

  private static String bare(String typed) {
    return typed.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }
}
