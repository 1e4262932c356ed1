package io.evenkeel.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  private static final Map<String, String> ENOUGH =
      Map.of(
          "DATABASE_URL", "jdbc:postgresql://db:5432/evenkeel",
          "DATABASE_USER", "evenkeel",
          "DATABASE_PASSWORD", "hidden-database-password",
          "SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef",
          "SLACK_BOT_TOKEN", "xoxb-hidden-token");

  @Test
  void whatIsNotSetHasItsDocumentedDefault() {
    Settings settings = ready(ENOUGH);

    assertThat(settings.web())
        .isEqualTo(new Settings.Web(3000, null, "0.0.0.0", URI.create("http://localhost:3000"), 0));
    assertThat(settings.database().poolSize()).isEqualTo(16);
    assertThat(settings.database().ownerUser()).isEqualTo("evenkeel");
    assertThat(settings.database().ownerPassword()).isEqualTo(settings.database().password());
    assertThat(settings.slack().apiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
    assertThat(settings.slack().appToken()).isNull();
    assertThat(settings.apiToken()).isNull();
    assertThat(settings.installation()).isEqualTo(Installation.STANDARD);
    assertThat(settings.templates()).isNull();
  }

  @Test
  void anEmptyEnvironmentIsToldEverythingItLacksAtOnce() {
    assertThat(faults(Map.of()))
        .extracting(Fault::variable)
        .containsExactly(
            "DATABASE_URL", "DATABASE_USER", "SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN");
  }

  @Test
  void everyFaultSaysWhatIsWrongAndHowToMendIt() {
    assertThat(
            faults(
                with(
                    "PORT", "many",
                    "MANAGEMENT_PORT", "70000",
                    "BIND_ADDRESS", "everywhere",
                    "BASE_URL", "evenkeel",
                    "DATABASE_POOL_SIZE", "0",
                    "SLACK_API_URL", "http://slack.example.com/api",
                    "EVENKEEL_API_TOKEN", "short",
                    "EVENKEEL_CONFIG", "/nowhere/evenkeel.yaml",
                    "TEMPLATES_DIR", "/nowhere",
                    "EXPORT_DIR", "/nowhere")))
        .extracting(Fault::toString)
        .containsExactly(
            "PORT is \"many\". Set a whole number from 0 to 65535, or leave it out.",
            "MANAGEMENT_PORT is \"70000\". Set a whole number from 0 to 65535, or leave it out.",
            "BIND_ADDRESS is \"everywhere\", which is no IP address. Set 127.0.0.1 for this machine"
                + " only, or 0.0.0.0 for all interfaces.",
            "BASE_URL is no address that a browser could open. Set how people reach this server,"
                + " such as https://evenkeel.example.com.",
            "DATABASE_POOL_SIZE is \"0\". Set a whole number from 1 to 500, or leave it out.",
            "SLACK_API_URL is plain http to another machine, which would show the token to the"
                + " network. Use https, or leave it out for Slack's own.",
            "EVENKEEL_API_TOKEN is shorter than 16 characters and could be guessed. Make one with:"
                + " openssl rand -hex 24.",
            "EVENKEEL_CONFIG names \"/nowhere/evenkeel.yaml\", which cannot be read. Check the path"
                + " and that the bot may read it, or leave it out for the standard settings.",
            "TEMPLATES_DIR is \"/nowhere\", which is no directory that can be read. Set the"
                + " directory that holds your templates, or leave it out to use Evenkeel's own.",
            "EXPORT_DIR is \"/nowhere\", which is no directory that can be written. Set the folder"
                + " where postmortems are kept as files, or leave it out.");
  }

  @Test
  void aMissingSigningSecretStopsTheStartUnlessSocketModeIsUsed() {
    var environment = new TreeMap<>(ENOUGH);
    environment.remove("SLACK_SIGNING_SECRET");
    assertThat(faults(environment))
        .extracting(Fault::variable)
        .containsExactly("SLACK_SIGNING_SECRET");

    environment.put("SLACK_SIGNING_SECRET", "  ");
    assertThat(faults(environment))
        .extracting(Fault::variable)
        .containsExactly("SLACK_SIGNING_SECRET");

    environment.put("SLACK_APP_TOKEN", "xapp-1-hidden");
    assertThat(ready(environment).slack().signingSecret()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://slack.com/api/", "https://SLACK.com/api", "https://x.slack.com/"})
  void theSandboxSecretsAreRefusedAgainstTheRealSlack(String slack) {
    assertThat(
            faults(
                with(
                    "SLACK_API_URL", slack,
                    "SLACK_SIGNING_SECRET", "sandbox-signing-secret-not-for-slack",
                    "SLACK_SIGNING_SECRET_PREVIOUS", "sandbox-signing-secret-not-for-slack",
                    "SLACK_BOT_TOKEN", "xoxb-sandbox-bot",
                    "SLACK_APP_TOKEN", "xapp-sandbox-app")))
        .extracting(Fault::variable)
        .containsExactly(
            "SLACK_SIGNING_SECRET",
            "SLACK_SIGNING_SECRET_PREVIOUS",
            "SLACK_BOT_TOKEN",
            "SLACK_APP_TOKEN");
  }

  @Test
  void theSandboxSecretsServeTheSandbox() {
    Settings settings =
        ready(
            with(
                "SLACK_API_URL", "http://localhost:4000/api",
                "SLACK_SIGNING_SECRET", "sandbox-signing-secret-not-for-slack",
                "SLACK_BOT_TOKEN", "xoxb-sandbox-bot"));

    assertThat(settings.slack().apiUrl()).isEqualTo(URI.create("http://localhost:4000/api/"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:4000/api/, http://127.0.0.1:4000/api/",
    "http://[::1]:4000/api, http://[::1]:4000/api/",
    "https://proxy.example.com/slack//, https://proxy.example.com/slack/",
  })
  void theApiAddressEndsInASlash(String written, URI read) {
    assertThat(ready(with("SLACK_API_URL", written)).slack().apiUrl()).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slack.com/api",
        "ftp://localhost/",
        "https://me:xoxb@slack.com/api/",
        "http://localhost.example.com/",
        "http://10.0.0.1/",
        "https://slack.com/api?x=1",
        "http:///api"
      })
  void anApiAddressThatCouldLeakTheTokenIsRefused(String written) {
    assertThat(faults(with("SLACK_API_URL", written)))
        .extracting(Fault::variable)
        .containsExactly("SLACK_API_URL");
  }

  @Test
  void signingInNeedsBothOfTheAppAndAnAddressThatKeepsSessions() {
    assertThat(faults(with("SLACK_CLIENT_ID", "1.2")))
        .extracting(Fault::variable)
        .containsExactly("SLACK_CLIENT_SECRET");
    for (String base : List.of("http://evenkeel.example.com", "https://example.com/evenkeel")) {
      assertThat(
              faults(with("SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", "x", "BASE_URL", base)))
          .extracting(Fault::variable)
          .containsExactly("BASE_URL");
    }
    assertThat(ready(with("SLACK_CLIENT_ID", "1.2", "SLACK_CLIENT_SECRET", "x")).signIn())
        .isEqualTo(new Settings.SignIn("1.2", new Secret("x")));
  }

  @Test
  void noSecretIsShownByTheSettingsOrByAFault() {
    var environment =
        with(
            "DATABASE_URL", "postgres://evenkeel:hidden-in-url@db/evenkeel?password=hidden-too",
            "DATABASE_OWNER_USER", "owner",
            "DATABASE_OWNER_PASSWORD", "hidden-owner",
            "SLACK_APP_TOKEN", "xapp-hidden",
            "SLACK_SIGNING_SECRET_PREVIOUS", "hidden-previous",
            "SLACK_CLIENT_ID", "1.2",
            "SLACK_CLIENT_SECRET", "hidden-client-secret",
            "EVENKEEL_API_TOKEN", "hidden-api-token-of-some-length");
    assertThat(ready(environment).toString())
        .doesNotContain("hidden", "0123456789abcdef")
        .contains("(secret)");

    environment.put("DATABASE_URL", "mysql://evenkeel:hidden-in-url@db/evenkeel");
    environment.put("SLACK_BOT_TOKEN", "hidden-xoxp");
    environment.put("SLACK_APP_TOKEN", "hidden app");
    environment.put("SLACK_SIGNING_SECRET", "hidden\nsecret");
    environment.put("EVENKEEL_API_TOKEN", "hidden");
    assertThat(faults(environment))
        .hasSize(5)
        .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("hidden"));
  }

  @Test
  void theLineEndThatASecretFileBringsAlongIsDropped() {
    Settings settings =
        ready(with("SLACK_SIGNING_SECRET", "abc\n", "DATABASE_PASSWORD", " with blanks \r\n"));

    assertThat(settings.slack().signingSecret()).isEqualTo(new Secret("abc"));
    assertThat(settings.database().password()).isEqualTo(new Secret(" with blanks "));
  }

  @Test
  void aSecretMatchesOnlyItself() {
    assertThat(new Secret("abc").matches("abc")).isTrue();
    assertThat(new Secret("abc").matches("abd")).isFalse();
    assertThat(new Secret("abc").matches("abcd")).isFalse();
    assertThat(new Secret("abc").matches("")).isFalse();
  }

  @Test
  void theManagementPortIsAnotherOne() {
    assertThat(faults(with("PORT", "3000", "MANAGEMENT_PORT", "3000")))
        .extracting(Fault::variable)
        .containsExactly("MANAGEMENT_PORT");
    assertThat(ready(with("MANAGEMENT_PORT", "9090")).web().managementPort()).isEqualTo(9090);
  }

  @Test
  void theDatabaseAloneNeedsNothingElse() {
    assertThat(
            Settings.Database.parse(
                Map.of("DATABASE_URL", "postgres://me:pass@db/evenkeel", "PORT", "nonsense")))
        .isEqualTo(
            new Parsed.Ready<>(
                new Settings.Database(
                    "jdbc:postgresql://db/evenkeel",
                    "me",
                    new Secret("pass"),
                    "me",
                    new Secret("pass"),
                    16)));
  }

  static Map<String, String> with(String... more) {
    var environment = new TreeMap<>(ENOUGH);
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return environment;
  }

  static Settings ready(Map<String, String> environment) {
    return switch (Settings.parse(environment)) {
      case Parsed.Ready<Settings>(Settings settings) -> settings;
      case Parsed.Faulty<Settings>(List<Fault> faults) -> throw new AssertionError(faults);
    };
  }

  static List<Fault> faults(Map<String, String> environment) {
    return switch (Settings.parse(environment)) {
      case Parsed.Ready<Settings> ready -> throw new AssertionError("no fault: " + ready);
      case Parsed.Faulty<Settings>(List<Fault> faults) -> faults;
    };
  }
}
