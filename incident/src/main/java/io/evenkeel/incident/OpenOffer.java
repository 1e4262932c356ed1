package io.evenkeel.incident;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the offer of a role that somebody answers, and says why when there is none. */
final class OpenOffer {
  private OpenOffer() {}

  static List<Handover> meant(Board board, @Nullable Role role, Predicate<Handover> theirs) {
    return board.handovers().stream()
        .filter(Handover::open)
        .filter(handover -> role == null || handover.role().equals(role))
        .filter(theirs)
        .toList();
  }

  /** None, or more than one without a role being named. */
  static Decision which(
      Incident incident,
      Board board,
      String verb,
      @Nullable Role role,
      List<Handover> meant,
      Actor actor) {
    if (!meant.isEmpty()) {
      return Change.refused(
          Prose.of("Nothing was changed: which role?"),
          meant.stream()
              .map(one -> Offer.plain(one.role().words(), said(verb, one.role(), incident)))
              .toArray(Offer[]::new));
    }
    Optional<Handover> last =
        board.handovers().stream()
            .filter(one -> role == null || one.role().equals(role))
            .filter(one -> one.people().stream().anyMatch(p -> HandoverRules.isActor(p, actor)))
            .reduce((_, later) -> later);
    return last.map(one -> tooLate(incident, one, actor))
        .orElseGet(() ->
            Change.refused(
                Prose.of("Nothing was changed: no role of ")
                    .strong(incident.label())
                    .text(" is on offer to you. ")
                    .code("/incident take tech-lead")
                    .text(" takes one that nobody holds.")));
  }

  static Decision tooLate(Incident incident, Handover offer, Actor actor) {
    Prose words = Prose.of("Nothing was changed: ");
    Handover.Ended ended = offer.ended();
    if (ended == null && !HandoverRules.isActor(offer.awaited(), actor)) {
      return Change.refused(
          words
              .text("it is ")
              .mention(offer.awaited())
              .text(" who was asked, until ")
              .at(offer.lapsesAt())
              .text("."));
    }
    words =
        ended == null
            ? words.text("the time to answer was over at ").at(offer.lapsesAt())
            : words.text("that offer " + became(ended.how()) + " at ").at(ended.at());
    words = words.text(". ");
    var holder = incident.holder(offer.role());
    words =
        holder.isEmpty()
            ? words.text("Nobody is " + offer.role().words() + " now.")
            : words.mention(holder.get().person()).text(" is " + offer.role().words() + ".");
    boolean mine = holder.filter(h -> HandoverRules.isActor(h.person(), actor)).isPresent();
    return mine || !incident.open()
        ? Change.refused(words)
        : Change.refused(
            words, Offer.plain("Ask for the role", said("handover me", offer.role(), incident)));
  }

  private static String said(String verb, Role role, Incident incident) {
    return verb + " " + Offer.quoted(role.name()) + " --incident-id " + incident.number();
  }

  private static String became(Handover.How how) {
    return how == Handover.How.LAPSED ? "lapsed" : "was " + how.word();
  }
}
