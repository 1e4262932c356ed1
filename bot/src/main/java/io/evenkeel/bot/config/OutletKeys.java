package io.evenkeel.bot.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part {@code paging: outlets:} of the file: what rings a phone. Keys and secrets are in the
 * environment, under the names that the file says.
 *
 * <pre>
 * paging:
 *   outlets:
 *     payments-pager: {kind: pagerduty, routing_key: PAGERDUTY_PAYMENTS_KEY}
 *     ops-hook: {kind: webhook, url: https://ops.example.org/page, secret: OPS_HOOK_SECRET}
 * </pre>
 */
final class OutletKeys {
  private static final String NAME = "[a-z0-9][a-z0-9_-]{0,59}";
  private static final String VARIABLE = "[A-Z][A-Z0-9_]{0,99}";
  private static final int SHORTEST = 16;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private OutletKeys() {}

  static List<Outside> read(YamlKey outlets, Variables variables) {
    var all = new ArrayList<Outside>();
    for (YamlKey key : outlets.entries()) {
      if (!key.name().matches(NAME)) {
        key.fault("is no name for an outlet", "Write lower-case letters, digits, - and _");
      }
      one(key, variables).ifPresent(all::add);
    }
    return all;
  }

  /** One that is written wrongly is told once, where it is written. */
  static Set<String> webhooks(YamlKey outlets) {
    return outlets.entries().stream()
        .filter(one -> one.at("kind").isText("webhook"))
        .map(YamlKey::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Outside> one(YamlKey key, Variables variables) {
    String kind = key.at("kind").required("pagerduty or webhook");
    boolean internal = key.at("internal").text().filter("true"::equals).isPresent();
    return switch (kind) {
      case "pagerduty" -> {
        key.only("kind", "routing_key", "url", "internal");
        Optional<Secret> secret = secret(key.at("routing_key"), variables);
        Optional<URI> url =
            key.at("url").present() ? url(key.at("url")) : Optional.of(Outside.PagerDuty.USUAL);
        yield secret.flatMap(
            given -> url.map(to -> new Outside.PagerDuty(key.name(), to, given, internal)));
      }
      case "webhook" -> {
        key.only("kind", "url", "secret", "internal");
        Optional<Secret> secret = secret(key.at("secret"), variables);
        yield url(key.at("url"))
            .flatMap(
                to -> secret.map(given -> new Outside.Webhook(key.name(), to, given, internal)));
      }
      case "" -> Optional.empty();
      default -> {
        key.at("kind").fault("is \"" + kind + "\"", "Write pagerduty or webhook");
        yield Optional.empty();
      }
    };
  }

  /** The value of the environment's variable that the file names. */
  private static Optional<Secret> secret(YamlKey key, Variables variables) {
    String variable =
        key.required("the name of the environment's variable that holds it, such as PAGER_KEY");
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    if (!variable.matches(VARIABLE)) {
      // It may be the secret itself, so it is not repeated here.
      key.fault(
          "is no name of an environment variable",
          "Write the variable's name in capitals, and the secret itself into the environment");
      return Optional.empty();
    }
    Optional<String> value = variables.text(variable);
    if (value.filter(text -> text.length() >= SHORTEST).isEmpty()) {
      key.fault(
          value.isEmpty()
              ? "names " + variable + ", which is not set"
              : "names " + variable + ", which has less than " + SHORTEST + " characters",
          "Set " + variable + " in the environment of every replica");
      return Optional.empty();
    }
    return value.map(Secret::new);
  }

  private static Optional<URI> url(YamlKey key) {
    String text = key.required("an address such as https://ops.example.org/page");
    try {
      var url = new URI(text);
      String scheme = url.getScheme() == null ? "" : url.getScheme();
      String host = url.getHost() == null ? "" : url.getHost();
      boolean fine =
          !host.isEmpty()
              && url.getRawUserInfo() == null
              && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host)));
      if (fine) {
        return Optional.of(url);
      }
    } catch (URISyntaxException _) {
      // Told below.
    }
    if (!text.isEmpty()) {
      key.fault(
          "is no address that pages may go to",
          "Write https://, a host and a path, without a name and a password in it");
    }
    return Optional.empty();
  }
}
