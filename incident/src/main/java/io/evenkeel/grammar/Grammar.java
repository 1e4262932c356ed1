package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import io.evenkeel.grammar.Utterance.Misunderstood;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what follows {@code /incident}: as Slack sends it with {@code should_escape}, or as typed
 * on a command line.
 *
 * <p>Promises: it never throws for any text; no text it returns holds a control or bidirectional
 * mark; nothing typed is ignored in silence; every button it offers says a command that is
 * understood, with at most 2,000 characters.
 */
public final class Grammar {
  /** Slack's limit for a button's value. */
  private static final int LONGEST_OFFER = 2_000;

  /** More than any command can hold, escapes and mentions included. */
  private static final int LONGEST = 40_000;

  private static final Pattern COMMAND = Pattern.compile("(?i)^/incident(?=\\s|$)\\s*");
  private static final Pattern NUMBER = Pattern.compile("(?i)#?INC-?\\d{1,9}[:,]?");

  private Grammar() {}

  /** What somebody said, understood. */
  public static Utterance parse(String text, Speaker speaker) {
    Utterance heard = understand(text, speaker);
    return heard instanceof Misunderstood(Answer answer)
        ? new Misunderstood(answer.offering(valid(answer.offers(), speaker)))
        : heard;
  }

  private static List<Offer> valid(List<Offer> offers, Speaker speaker) {
    return offers.stream()
        .filter(offer -> offer.command().length() <= LONGEST_OFFER)
        .filter(offer -> !(understand(offer.command(), speaker) instanceof Misunderstood))
        .toList();
  }

  private static Utterance understand(String text, Speaker speaker) {
    if (text.length() > LONGEST) {
      return new Misunderstood(
          Answer.unchanged(
              Prose.of("Nothing was recorded: that is longer than any command. Texts hold 3,000")
                  .text(" characters at most.")));
    }
    String clean = CleanText.trimmed(CleanText.of(text));
    String typed = CleanText.trimmed(COMMAND.matcher(clean).replaceFirst(""));
    if (typed.isEmpty()) {
      return new Utterance.Question(new Asked.Card(), null);
    }
    Words words = Words.of(typed);
    if (words.list().size() == 1 && words.list().getFirst().quoted()) {
      return understand(typed.substring(1, typed.length() - 1), speaker);
    }
    if (!words.list().isEmpty() && NUMBER.matcher(words.list().getFirst().raw()).matches()) {
      return numberFirst(typed, words.list(), speaker);
    }
    return LeadingVerb.of(typed, words.list())
        .map(found -> read(found.verb(), found.rest(), speaker))
        .orElseGet(() -> UnknownVerb.answer(typed, speaker));
  }

  /** {@code INC-12}: its card. {@code INC-12 resolve …}: as if the number came after the verb. */
  private static Utterance numberFirst(String typed, List<Word> words, Speaker speaker) {
    Word number = words.getFirst();
    if (words.size() == 1) {
      return read(Verb.STATUS, typed, speaker);
    }
    String after = CleanText.trimmed(typed.substring(number.end()));
    String plain = number.raw().replaceAll("[#:,]", "");
    return LeadingVerb.of(after, Words.of(after).list())
        .map(found ->
            VerbFlags.of(found.verb()).contains(Flag.INCIDENT_ID)
                ? read(found.verb(), "--incident-id " + plain + " " + found.rest(), speaker)
                : new Misunderstood(
                    Faults.leftOver(new Said(found.verb(), "", speaker), number.raw())))
        .orElseGet(() -> UnknownVerb.answer(after, speaker));
  }

  private static Utterance read(Verb verb, String rest, Speaker speaker) {
    var said = new Said(verb, rest, speaker);
    if (said.has(Flag.HELP)) {
      return said.question(new Asked.Help(verb));
    }
    return switch (verb) {
      case DECLARE -> DeclareSentence.read(said);
      case ASSIGN -> AssignSentence.read(said);
      case HANDOVER -> AssignSentence.handOver(said);
      case ACCEPT -> RoleSentences.accept(said);
      case DECLINE -> RoleSentences.decline(said);
      case TAKE -> RoleSentences.take(said);
      case CONFIRM -> RoleSentences.confirm(said);
      case UNASSIGN -> RoleSentences.unassign(said);
      case UPDATE -> ProgressSentences.update(said);
      case STATUS -> ProgressSentences.status(said);
      case SEVERITY -> SeveritySentence.read(said);
      case MITIGATE -> ProgressSentences.mitigate(said);
      case NOTE -> RecordSentences.note(said);
      case DECISION -> RecordSentences.decision(said);
      case CORRECT -> CorrectSentence.correct(said);
      case WITHDRAW -> CorrectSentence.withdraw(said);
      case MILESTONE -> RecordSentences.milestone(said);
      case RESOLVE -> EndSentences.resolve(said);
      case RESOLUTION -> EndSentences.resolution(said);
      case CLOSE -> EndSentences.close(said);
      case MERGE -> MergeSentence.read(said);
      case REOPEN -> EndSentences.reopen(said);
      case CANCEL -> EndSentences.cancel(said);
      case JOIN -> AskSentences.join(said);
      case POSTMORTEM -> PostmortemSentence.read(said);
      case RETRY -> AskSentences.retry(said);
      case WAR_ROOM -> AskSentences.warRoom(said);
      case LIST -> AskSentences.list(said);
      case LINK -> LinkSentences.link(said);
      case CALL -> LinkSentences.call(said);
      case TIMELINE -> AskSentences.timeline(said);
      case HELP -> AskSentences.help(said);
      case DOING -> WorkSentences.doing(said);
      case DONE -> WorkSentences.done(said);
      case TASK -> TaskSentence.read(said);
      case ACTION -> ActionSentence.read(said);
      case STATEMENT -> StatementSentence.read(said);
      case SNOOZE -> SnoozeSentence.read(said);
      case QUIET -> QuietSentence.read(said);
      case SUBSCRIBE, UNSUBSCRIBE -> SubscribeSentence.read(said);
      case ONCALL -> RotaSentence.read(said);
      case MAINTENANCE -> UpkeepSentence.read(said);
      case PAGE -> PageSentence.page(said);
      case ESCALATE -> PageSentence.escalate(said);
      case ALERT -> AlertSentence.read(said);
      case LOAD -> PageSentence.load(said);
      case IMPACT -> ImpactSentence.read(said);
      case SLO -> AskSentences.slo(said);
      case DRILL -> DrillSentence.read(said);
      case SERVICE -> ServiceSentence.read(said);
      case RUNBOOK -> RunbookSentence.read(said);
    };
  }
}
