package io.evenkeel.grammar;

import io.evenkeel.incident.Command;
import io.evenkeel.incident.Offer;
import io.evenkeel.incident.Prose;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code impact 40% [since 14:02]}: how much of what was asked failed. */
final class ImpactSentence {
  private static final Pattern SAID =
      Pattern.compile(
          "(?<share>[0-9]{1,3}(?:[.,][0-9]{1,4})?)\\s*(?:%|percent)?(?:\\s+since\\s+(?<since>.+))?"
              + "|(?<word>all|everything|total|none|nothing)(?:\\s+since\\s+(?<from>.+))?");

  private ImpactSentence() {}

  static Utterance read(Said said) {
    said.leadingIncident(false);
    String typed = said.text(said.free()).strip().toLowerCase(Locale.ROOT);
    Matcher matcher = SAID.matcher(typed);
    if (!matcher.matches()) {
      said.fail(
          Prose.of(
                  typed.isEmpty()
                      ? "Nothing was recorded: how much of what was asked failed? "
                      : "Nothing was recorded: “" + Faults.echo(typed) + "” is no share. ")
              .text("Say it in percent: ")
              .code("/incident impact 40% since 14:02")
              .text(", or one of these:"),
          offer(said, "All of it", "100%"),
          offer(said, "Half", "50%"),
          offer(said, "A tenth", "10%"));
      return said.order(new Command.SayImpact(BigDecimal.ZERO, null));
    }
    BigDecimal percent = percent(matcher);
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      said.fail(
          Prose.of("Nothing was recorded: more than 100 % cannot fail. For example ")
              .code("/incident impact 40%")
              .text("."),
          offer(said, "All of it", "100%"));
      percent = BigDecimal.ZERO;
    }
    return said.order(
        new Command.SayImpact(
            percent.scaleByPowerOfTen(-2),
            since(
                said, Optional.ofNullable(matcher.group("since")).orElse(matcher.group("from")))));
  }

  private static BigDecimal percent(Matcher matcher) {
    String share = matcher.group("share");
    if (share != null) {
      return new BigDecimal(share.replace(',', '.'));
    }
    return matcher.group("word").startsWith("no") ? BigDecimal.ZERO : BigDecimal.valueOf(100);
  }

  private static @Nullable Instant since(Said said, @Nullable String typed) {
    if (typed == null) {
      return null;
    }
    Optional<Instant> at = Times.past(typed, said.speaker());
    if (at.isEmpty()) {
      said.fail(Faults.notATime(said.verb(), typed));
    }
    return at.orElse(null);
  }

  private static Offer offer(Said said, String label, String share) {
    String id = said.target() == null ? "" : " --incident-id " + said.target();
    return Offer.plain(label, "impact " + share + id);
  }
}
