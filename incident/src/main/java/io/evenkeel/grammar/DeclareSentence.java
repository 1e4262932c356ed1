package io.evenkeel.grammar;

import io.evenkeel.incident.Answer;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Command;
import io.evenkeel.incident.Prose;
import io.evenkeel.incident.Severity;
import io.evenkeel.incident.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code declare [title] [--severity SEV-1] …}. */
final class DeclareSentence {
  private static final Pattern CHANNEL_ID = Pattern.compile("[CG][A-Z0-9]{8,}");

  private DeclareSentence() {}

  static Utterance read(Said said) {
    Severity severity = TitleSeverity.take(said);
    boolean typed = said.typedText(Flag.TITLE);
    String title = said.text(Limit.TITLE, Flag.TITLE);
    if (typed && title.isEmpty()) {
      said.fail(Faults.missing(Verb.DECLARE, "the title is empty."));
    }
    var command =
        new Command.Declare(
            title,
            severity,
            services(said),
            Moments.at(said, Flag.STARTED),
            Moments.at(said, Flag.DETECTED),
            said.has(Flag.PRIVATE) ? Visibility.PRIVATE : Visibility.PUBLIC,
            PastSentence.mode(said),
            said.has(Flag.NEW),
            channel(said),
            here(said),
            PastSentence.past(said),
            said.has(Flag.SUMMARY) ? summary(said) : null);
    if (!typed && (said.has(Flag.HERE) || said.has(Flag.BACKFILL))) {
      said.fail(Faults.missing(Verb.DECLARE, "say what is wrong in a few words."));
    }
    String from = said.flag(Flag.FROM).map(said::text).orElse("");
    var again = Utterance.Requoted.read(command, from);
    if (!from.isEmpty() && again.isEmpty()) {
      said.fail(FlagFaults.noValue(said, Flag.FROM));
    }
    return said.or(() ->
        again.isPresent()
            ? again.get()
            : typed ? new Utterance.Declaration(command) : form(command));
  }

  private static @Nullable String summary(Said said) {
    String summary = said.flag(Flag.SUMMARY).map(said::text).map(Limit.SUMMARY::fit).orElse("");
    if (summary.isEmpty()) {
      said.fail(FlagFaults.noValue(said, Flag.SUMMARY));
    } else if (Limit.SUMMARY.over(summary)) {
      said.fail(Limit.SUMMARY.words(summary));
    }
    return summary;
  }

  /** The channel in which it is said. */
  private static @Nullable ChannelId here(Said said) {
    if (!said.has(Flag.HERE)) {
      return null;
    }
    ChannelId place = said.speaker().place();
    if (place == null || place.value().startsWith("D")) {
      said.fail(
          Answer.unchanged(
              Prose.of("Nothing was declared: ")
                  .code("--here")
                  .text(" makes the channel in which it is typed the incident's channel, and this")
                  .text(" is none. Type it there, or leave it out for a new channel.")));
    }
    return place;
  }

  private static Utterance form(Command.Declare draft) {
    return new Utterance.Form(
        Verb.DECLARE,
        null,
        Faults.missing(Verb.DECLARE, "say what is wrong in a few words."),
        draft,
        "");
  }

  private static List<String> services(Said said) {
    var services = new ArrayList<String>();
    for (Span given : said.all(Flag.SERVICE)) {
      for (String name : said.text(given).split(",", -1)) {
        String service = Limit.SERVICE.fit(name);
        if (service.isEmpty()) {
          said.fail(FlagFaults.noValue(said, Flag.SERVICE));
        } else if (Limit.SERVICE.over(service)) {
          said.fail(Limit.SERVICE.words(service));
        } else if (!services.contains(service)) {
          services.add(service);
        }
      }
    }
    return services;
  }

  private static @Nullable ChannelId channel(Said said) {
    Span given = said.flag(Flag.CHANNEL).orElse(null);
    if (given == null) {
      return null;
    }
    String name = said.text(given).replaceFirst("^#", "");
    var channel =
        SlackToken.channel(given.first().raw()).or(() -> said.speaker().directory().channel(name));
    if (channel.isPresent()) {
      return channel.get();
    }
    if (said.speaker().directory().announcesIn(name)) {
      return null;
    }
    if (CHANNEL_ID.matcher(name).matches()) {
      return new ChannelId(name);
    }
    said.fail(
        Answer.unchanged(
            Prose.of("Nothing was declared: I do not know the channel “#" + Faults.echo(name))
                .text("”. Type ")
                .code("#")
                .text(" and pick it from Slack's list, or leave out ")
                .code("--channel")
                .text(" to announce it where incidents are always announced.")));
    return null;
  }
}
