package io.evenkeel.bot.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part {@code prometheus:} of the file: whom objectives are measured by. Its host may be in a
 * private network and needs no place under {@code outgoing:}, as it is named here. Secrets come by
 * environment alone.
 *
 * <pre>
 * prometheus: {url: "http://prometheus:9090", every: 1m}
 * </pre>
 */
final class PrometheusKeys {
  private static final String TOKEN = "PROMETHEUS_TOKEN";
  private static final String BASIC = "PROMETHEUS_BASIC";

  private PrometheusKeys() {}

  /** Null where none is named. */
  static @Nullable Monitoring read(YamlKey key, Variables variables) {
    Secret authorization = authorization(variables);
    if (!key.present()) {
      return null;
    }
    key.only("url", "every");
    String url = key.at("url").required("its address, such as http://prometheus:9090");
    Optional<URI> address = Address.web(url);
    if (address.isEmpty() && !url.isEmpty()) {
      key.at("url").fault("is no address of a server", "Write one such as http://prometheus:9090");
    }
    Duration every =
        key.at("every")
            .duration(Duration.ofMillis(100), Duration.ofHours(1))
            .orElse(Duration.ofMinutes(1));
    return address.map(at -> new Monitoring(at, authorization, every)).orElse(null);
  }

  private static @Nullable Secret authorization(Variables variables) {
    Optional<Secret> token = variables.secret(TOKEN);
    Optional<Secret> basic = variables.password(BASIC);
    if (token.isPresent() && basic.isPresent()) {
      variables.fault(BASIC, "is set, and so is " + TOKEN, "Take one of the two away");
    }
    if (basic.isPresent() && basic.get().value().indexOf(':') < 1) {
      variables.fault(BASIC, "is no user and password", "Set user:password");
    }
    return token
        .map(one -> new Secret("Bearer " + one.value()))
        .or(() ->
            basic.map(one ->
                new Secret(
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(one.value().getBytes(StandardCharsets.UTF_8)))))
        .orElse(null);
  }
}
