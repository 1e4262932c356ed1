package io.evenkeel.bot.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables that open the doors for alerts. None is needed; a weak one stops the start. */
final class AlertVariables {
  private static final int SHORTEST = 16;
  private static final String BASIC = "ALERTMANAGER_BASIC";
  private static final String PAGERDUTY = "PAGERDUTY_WEBHOOK_SECRET";

  private AlertVariables() {}

  static AlertSecrets read(Variables variables) {
    Secret pagerDuty = secret(variables, PAGERDUTY, "Copy it from the webhook subscription");
    Secret previous = secret(variables, PAGERDUTY + "_PREVIOUS", "Copy it again, or leave it out");
    if (previous != null && pagerDuty == null) {
      variables.fault(
          PAGERDUTY + "_PREVIOUS",
          "is set, but " + PAGERDUTY + " is not",
          "Set the new secret as " + PAGERDUTY);
    }
    return new AlertSecrets(
        secret(variables, "ALERTMANAGER_TOKEN", made()),
        basic(variables),
        pagerDuty,
        previous,
        secret(variables, "EVENTS_ROUTING_KEY", "Make one with: openssl rand -hex 16"),
        secret(variables, "GRAFANA_TOKEN", made()),
        secret(variables, "ALERTS_TOKEN", made()));
  }

  private static String made() {
    return "Make one with: openssl rand -hex 24";
  }

  private static @Nullable Secret secret(Variables variables, String name, String mend) {
    Optional<Secret> secret = variables.secret(name);
    if (secret.filter(one -> one.value().length() < SHORTEST).isPresent()) {
      variables.fault(
          name, "is shorter than " + SHORTEST + " characters and could be guessed", mend);
    }
    return secret.orElse(null);
  }

  /** A password may hold blanks and colons; a name holds no colon. */
  private static @Nullable Secret basic(Variables variables) {
    Optional<Secret> pair = variables.password(BASIC);
    if (pair.isEmpty()) {
      return null;
    }
    int colon = pair.get().value().indexOf(':');
    if (colon < 1 || pair.get().value().length() - colon - 1 < SHORTEST) {
      variables.fault(
          BASIC,
          colon < 1
              ? "has no name and password with a colon between"
              : "has a password shorter than " + SHORTEST + " characters",
          "Write name:password, and make the password with: openssl rand -hex 24");
    }
    return pair.get();
  }
}
