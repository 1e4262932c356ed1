package io.evenkeel.bot.config;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** PORT, MANAGEMENT_PORT, BIND_ADDRESS, BASE_URL, EVENKEEL_API_TOKEN, TEMPLATES_DIR, EXPORT_DIR. */
final class WebVariables {
  /** Shorter ones can be guessed; 32 random characters are what the fault's advice makes. */
  private static final int SHORTEST_TOKEN = 16;

  private WebVariables() {}

  static Optional<Settings.Web> read(Variables variables) {
    int port = variables.number("PORT", 0, 65535).orElse(3000);
    Optional<Integer> management = variables.number("MANAGEMENT_PORT", 0, 65535);
    if (port != 0 && management.filter(own -> own == port).isPresent()) {
      variables.fault(
          "MANAGEMENT_PORT",
          "is " + port + ", the same as PORT",
          "Set another port, or leave it out to have metrics and health on PORT");
    }
    String bind = variables.text("BIND_ADDRESS").orElse("0.0.0.0");
    if (!bind.matches("[0-9A-Fa-f.:]+") || !known(bind)) {
      variables.fault(
          "BIND_ADDRESS",
          "is \"" + bind + "\", which is no IP address",
          "Set 127.0.0.1 for this machine only, or 0.0.0.0 for all interfaces");
    }
    Optional<URI> base = base(variables, port);
    int proxies = variables.number("TRUSTED_PROXIES", 0, 9).orElse(0);
    return base.map(url -> new Settings.Web(port, management.orElse(null), bind, url, proxies));
  }

  static Optional<Secret> apiToken(Variables variables) {
    Optional<Secret> token = variables.secret("EVENKEEL_API_TOKEN");
    if (token.filter(t -> t.value().length() < SHORTEST_TOKEN).isPresent()) {
      variables.fault(
          "EVENKEEL_API_TOKEN",
          "is shorter than " + SHORTEST_TOKEN + " characters and could be guessed",
          "Make one with: openssl rand -hex 24");
    }
    return token;
  }

  static Optional<Path> templates(Variables variables) {
    Optional<Path> directory = variables.text("TEMPLATES_DIR").map(Path::of);
    if (directory.filter(path -> !Files.isDirectory(path)).isPresent()) {
      variables.fault(
          "TEMPLATES_DIR",
          "is \"" + directory.get() + "\", which is no directory that can be read",
          "Set the directory that holds your templates, or leave it out to use Evenkeel's own");
    }
    return directory;
  }

  static Optional<Path> exports(Variables variables) {
    Optional<Path> directory = variables.text("EXPORT_DIR").map(Path::of);
    if (directory.filter(path -> !Files.isDirectory(path) || !Files.isWritable(path)).isPresent()) {
      variables.fault(
          "EXPORT_DIR",
          "is \"" + directory.get() + "\", which is no directory that can be written",
          "Set the folder where postmortems are kept as files, or leave it out");
    }
    return directory;
  }

  private static Optional<URI> base(Variables variables, int port) {
    String text = variables.text("BASE_URL").orElse("http://localhost:" + port);
    Optional<URI> url = Address.web(text);
    if (url.isEmpty()) {
      variables.fault(
          "BASE_URL",
          "is no address that a browser could open",
          "Set how people reach this server, such as https://evenkeel.example.com");
    }
    return url.map(found -> URI.create(found.toString().replaceAll("/+$", "")));
  }

  private static boolean known(String address) {
    try {
      InetAddress.ofLiteral(address);
      return true;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }
}
