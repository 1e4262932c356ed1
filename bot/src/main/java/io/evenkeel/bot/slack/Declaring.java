package io.evenkeel.bot.slack;

import io.evenkeel.bot.view.CarriedQuote;
import io.evenkeel.bot.view.DeclareExtras;
import io.evenkeel.bot.view.DeclareModal;
import io.evenkeel.grammar.FormField;
import io.evenkeel.grammar.Speaker;
import io.evenkeel.grammar.Utterance;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Mode;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Visibility;
import java.time.Instant;
import java.util.List;

/** Makes an incident of the form that was sent to declare it. */
final class Declaring {
  private final Conversation conversation;

  Declaring(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * @param metadata what was said already, or the message that it is declared from
   */
  Submitted declare(Spoken spoken, String metadata, FormValues values) {
    Speaker speaker = conversation.speaker(spoken);
    var faults = new Submitted.Faults();
    String title =
        faults.value(DeclareModal.TITLE, FormField.title(values.text(DeclareModal.TITLE)));
    List<String> services =
        faults.value(DeclareModal.SERVICE, FormField.services(values.text(DeclareModal.SERVICE)));
    String noticed = values.text(DeclareModal.DETECTED);
    Instant detected =
        noticed.isBlank()
            ? null
            : faults.value(DeclareModal.DETECTED, FormField.past(noticed, speaker));
    String since = values.text(DeclareModal.STARTED);
    Instant started =
        since.isBlank() ? null : faults.value(DeclareModal.STARTED, FormField.past(since, speaker));
    String seen = values.text(DeclareModal.SUMMARY);
    String summary =
        seen.isBlank() ? null : faults.value(DeclareModal.SUMMARY, FormField.summary(seen));
    Severity severity =
        speaker.severities().find(values.choice(DeclareModal.SEVERITY)).orElse(null);
    List<String> options = values.ticked(DeclareModal.OPTIONS);
    DeclareExtras extras = DeclareExtras.parse(CarriedQuote.above(metadata));
    if (options.contains(DeclareModal.PRIVATE) && extras.announceIn() != null) {
      faults.wrong(
          DeclareModal.OPTIONS,
          "You named a channel to announce it in, which would not be private. Leave one of them"
              + " out.");
    }
    return faults.or(() -> {
      var declare =
          new Command.Declare(
              title == null ? "" : title,
              severity,
              services == null ? List.of() : services,
              started,
              detected,
              options.contains(DeclareModal.PRIVATE) ? Visibility.PRIVATE : Visibility.PUBLIC,
              options.contains(DeclareModal.DRILL) ? Mode.DRILL : Mode.LIVE,
              extras.separate(),
              extras.announceIn(),
              null,
              null,
              summary);
      return declared(
          spoken,
          CarriedQuote.parse(metadata)
              .<Utterance.Act>map(from -> new Utterance.Quoted(declare, from.quote(), from.asked()))
              .orElseGet(() -> new Utterance.Declaration(declare)));
    });
  }

  private Answer declared(Spoken spoken, Utterance.Act declaration) {
    return conversation.told(conversation.take(spoken, declaration));
  }
}
