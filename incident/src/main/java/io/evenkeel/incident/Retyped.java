package io.evenkeel.incident;

/** A declaration as it would be typed: for a button, with nothing lost. */
final class Retyped {
  private Retyped() {}

  static String of(Command.Declare declare) {
    var words =
        new StringBuilder(
            "declare "
                + (declare.separate() ? "--new " : "")
                + "--title "
                + Offer.quoted(declare.title()));
    if (declare.severity() != null) {
      words.append(" --severity ").append(Offer.quoted(declare.severity().name()));
    }
    declare
        .services()
        .forEach(service -> words.append(" --service ").append(Offer.quoted(service)));
    if (declare.started() != null) {
      words.append(" --started ").append(declare.started());
    }
    if (declare.detected() != null) {
      words.append(" --detected ").append(declare.detected());
    }
    if (declare.summary() != null) {
      words.append(" --summary ").append(Offer.quoted(declare.summary()));
    }
    if (declare.announceIn() != null) {
      words.append(" --channel <#").append(declare.announceIn()).append('>');
    }
    words.append(declare.visibility() == Visibility.PRIVATE ? " --private" : "");
    words.append(declare.mode() == Mode.DRILL ? " --drill" : "");
    words.append(declare.here() == null ? "" : " --here");
    if (declare.past() != null) {
      words.append(" --backfill");
      words.append(
          declare.past().mitigated() == null ? "" : " --mitigated " + declare.past().mitigated());
      words
          .append(" --resolved ")
          .append(declare.past().resolved() == null ? "unknown" : declare.past().resolved());
    }
    return words.toString();
  }
}
