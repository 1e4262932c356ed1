package io.evenkeel.bot.doctor;

import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.config.Settings;
import java.util.ArrayList;
import java.util.List;

/** The signing secret: whether it can be the right one, and whether an old one still opens. */
final class SigningSecretLook {
  private SigningSecretLook() {}

  /** Slack's own are 32 hexadecimal digits: another form is most often another value. */
  static List<Finding> at(Settings.Slack slack) {
    Secret secret = slack.signingSecret();
    if (secret == null) {
      return List.of(
          Finding.ok("signing secret", "not needed: Slack's requests come over the socket"));
    }
    Secret previous = slack.previousSigningSecret();
    boolean usual = secret.value().matches("[0-9a-f]{32}");
    var found = new ArrayList<Finding>();
    found.add(
        usual
            ? Finding.ok("signing secret", "has the form of Slack's")
            : Finding.warn(
                "signing secret",
                "is not 32 hexadecimal digits, as Slack's are",
                "Copy it from Basic Information, Signing Secret: not the Client Secret, not the"
                    + " Verification Token"));
    if (previous != null) {
      found.add(
          Finding.warn(
              "signing secret",
              secret.value().equals(previous.value())
                  ? "SLACK_SIGNING_SECRET_PREVIOUS is the same as SLACK_SIGNING_SECRET"
                  : "the previous one is still accepted",
              "Take SLACK_SIGNING_SECRET_PREVIOUS away once the rotation is over"));
    }
    return found;
  }
}
