package io.evenkeel.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who does an action item, until which day and what for: in words, and what of it nobody has said
 * yet.
 */
record ActionTerms(ActionItem item) {
  /** " for bob, by 2026-12-01, to detect". */
  String words() {
    Person owner = item.owner();
    LocalDate due = item.due();
    var terms = new ArrayList<String>();
    if (owner != null) {
      terms.add("for " + owner.name());
    }
    if (due != null) {
      terms.add("by " + due);
    }
    if (item.kind() != null) {
      terms.add("to " + item.kind().word());
    }
    return terms.isEmpty() ? "" : " " + String.join(", ", terms);
  }

  String described() {
    return item.number() + words() + ": " + item.text();
  }

  Optional<Prose> missing() {
    boolean nobody = item.owner() == null;
    boolean never = item.due() == null;
    boolean unsaid = item.kind() == null;
    var lacks = new ArrayList<String>();
    if (nobody) {
      lacks.add("an owner");
    }
    if (never) {
      lacks.add("a day");
    }
    if (unsaid) {
      lacks.add("a class");
    }
    if (lacks.isEmpty()) {
      return Optional.empty();
    }
    String last = lacks.removeLast();
    return Optional.of(
        Prose.of(" It still needs ")
            .text(lacks.isEmpty() ? last : String.join(", ", lacks) + " and " + last)
            .text(": ")
            .code(
                "/incident action "
                    + item.number()
                    + (nobody ? " @name" : "")
                    + (never ? " by 2026-12-01" : "")
                    + (unsaid ? " --class prevent" : ""))
            .text("."));
  }

  /** What it is for is one press away; nothing once somebody said. */
  Offer[] classes(Incident incident) {
    return item.kind() != null
        ? new Offer[0]
        : Arrays.stream(ActionClass.values())
            .map(kind ->
                Offer.plain(
                    kind.title(),
                    "action %d --class %s --incident-id %s"
                        .formatted(item.number(), kind.word(), incident.number())))
            .toArray(Offer[]::new);
  }
}
