package io.evenkeel.bot.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code serve} takes from outside, checked. Printing it shows no secret.
 *
 * @param apiToken {@code EVENKEEL_API_TOKEN}: the first token, which may read every incident; null
 *     when the API is closed to everybody
 * @param signIn null where nobody signs in to the pages
 * @param templates {@code TEMPLATES_DIR}: a directory whose files replace single templates; null
 *     for Evenkeel's own
 * @param exports {@code EXPORT_DIR}: a directory where postmortems are kept as files; null for none
 * @param tracing {@code OTEL_…}: where traces are sent
 * @param alerts who may send alerts
 */
public record Settings(
    Web web,
    Database database,
    Slack slack,
    @Nullable Secret apiToken,
    @Nullable SignIn signIn,
    Installation installation,
    @Nullable Path templates,
    @Nullable Path exports,
    Tracing tracing,
    AlertSecrets alerts) {

  /**
   * Of the Slack app, for signing in to the pages.
   *
   * @param clientId {@code SLACK_CLIENT_ID}
   * @param clientSecret {@code SLACK_CLIENT_SECRET}
   */
  public record SignIn(String clientId, Secret clientSecret) {}

  /**
   * @param port {@code PORT}; 0 takes any free one
   * @param managementPort {@code MANAGEMENT_PORT}: health also there, metrics only there; null for
   *     all on {@code port}
   * @param bind {@code BIND_ADDRESS}: the address to listen on, {@code 0.0.0.0} for all
   * @param baseUrl {@code BASE_URL}: how people reach this server, without a slash at the end
   * @param proxies {@code TRUSTED_PROXIES}: how many stand before it and tell whom they speak for
   */
  public record Web(
      int port, @Nullable Integer managementPort, String bind, URI baseUrl, int proxies) {

    /** From its variables alone. */
    public static Parsed<Web> parse(Map<String, String> environment) {
      var variables = new Variables(environment);
      Optional<Web> web = WebVariables.read(variables);
      return variables.parsed(web::orElseThrow);
    }
  }

  /**
   * @param url {@code DATABASE_URL} as JDBC reads it, without user and password
   * @param user runs the bot
   * @param ownerUser owns the tables and migrates them
   * @param poolSize {@code DATABASE_POOL_SIZE}: connections for commands
   */
  public record Database(
      String url,
      String user,
      Secret password,
      String ownerUser,
      Secret ownerPassword,
      int poolSize) {

    /** From {@code DATABASE_*} alone, for the commands that need nothing else. */
    public static Parsed<Database> parse(Map<String, String> environment) {
      var variables = new Variables(environment);
      Optional<Database> database = DatabaseVariables.read(variables);
      return variables.parsed(database::orElseThrow);
    }
  }

  /**
   * @param signingSecret null only in Socket Mode: {@code /slack/events} is then off
   * @param previousSigningSecret accepted too while the secret is being changed
   * @param appToken set: Socket Mode
   * @param apiUrl where the Web API is; ends in a slash
   */
  public record Slack(
      @Nullable Secret signingSecret,
      @Nullable Secret previousSigningSecret,
      Secret botToken,
      @Nullable Secret appToken,
      URI apiUrl) {

    /** From {@code SLACK_*} alone. */
    public static Parsed<Slack> parse(Map<String, String> environment) {
      var variables = new Variables(environment);
      Optional<Slack> slack = SlackVariables.read(variables);
      return variables.parsed(slack::orElseThrow);
    }
  }

  /**
   * What the commands that only read incidents need: {@code DATABASE_*}, and how this installation
   * words things where it is told.
   *
   * @param templates as {@link Settings#templates()}
   * @param exports as {@link Settings#exports()}
   */
  public record Reading(
      Database database,
      Installation installation,
      @Nullable Path templates,
      @Nullable Path exports) {

    /**
     * From {@code DATABASE_*}, {@code EVENKEEL_CONFIG}, {@code TEMPLATES_DIR} and {@code
     * EXPORT_DIR} alone.
     */
    public static Parsed<Reading> parse(Map<String, String> environment) {
      var variables = new Variables(environment);
      Optional<Database> database = DatabaseVariables.read(variables);
      Installation installation = InstallationFile.read(variables);
      Optional<Path> templates = WebVariables.templates(variables);
      Optional<Path> exports = WebVariables.exports(variables);
      return variables.parsed(() ->
          new Reading(
              database.orElseThrow(), installation, templates.orElse(null), exports.orElse(null)));
    }
  }

  /** Reads every variable that {@code serve} knows and tells all faults at once. */
  public static Parsed<Settings> parse(Map<String, String> environment) {
    var variables = new Variables(environment);
    LogVariables.check(variables);
    Tracing tracing = TraceVariables.read(variables, environment);
    Optional<Web> web = WebVariables.read(variables);
    Optional<Database> database = DatabaseVariables.read(variables);
    Optional<Slack> slack = SlackVariables.read(variables);
    Optional<Secret> apiToken = WebVariables.apiToken(variables);
    Optional<SignIn> signIn = SignInVariables.read(variables, web);
    Installation installation = InstallationFile.read(variables);
    Optional<Path> templates = WebVariables.templates(variables);
    Optional<Path> exports = WebVariables.exports(variables);
    AlertSecrets alerts = AlertVariables.read(variables);
    return variables.parsed(() ->
        new Settings(
            web.orElseThrow(),
            database.orElseThrow(),
            slack.orElseThrow(),
            apiToken.orElse(null),
            signIn.orElse(null),
            installation,
            templates.orElse(null),
            exports.orElse(null),
            tracing,
            alerts));
  }
}
