package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.evenkeel.sandbox.Browser;
import io.evenkeel.sandbox.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bob opens a postmortem's page, signs in with Slack, reads it and signs out. */
final class SignInStoryTest {
  private static Stage stage;
  private static Browser browser;

  @BeforeAll
  static void begin() throws IOException {
    browser = Browser.open();
    stage = Stage.withDoor();
    int port = free();
    stage.startBot(
        Map.of(
            "PORT",
            String.valueOf(port),
            "BASE_URL",
            "http://127.0.0.1:" + port,
            "SLACK_CLIENT_ID",
            Settings.CLIENT_ID,
            "SLACK_CLIENT_SECRET",
            Settings.CLIENT_SECRET));
    stage.ready();
    stage.say("alice", "general", "declare API service down --severity SEV-2");
    stage.say("bob", "general", "declare Leaked key --private --new");
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  static void end() throws IOException {
    if (stage != null) {
      stage.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void whoIsSignedInReadsAPostmortemAndSignsOut() {
    Page page = browser.page();
    open(page, "INC-1");
    assertThat(heading(page)).hasText("Sign in to read this page");
    looksRight(page, "sign-in");

    link(page, "Sign in with Slack");
    assertThat(heading(page)).hasText("Evenkeel wants to know who you are");
    looksRight(page, "sign-in-slack");
    link(page, "Continue as bob (Bob");

    assertThat(heading(page)).containsText("Postmortem: API service down");
    assertThat(page.locator("header")).containsText("Signed in as bob");
    looksRight(page, "sign-in-postmortem");
    cookiesAreAsTheyMustBe(page);
    open(page, "INC-2");
    assertThat(heading(page)).containsText("Postmortem: Leaked key");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
    assertThat(heading(page)).hasText("You are signed out");
    looksRight(page, "sign-in-out");
    assertThat(page.context().cookies()).isEmpty();
    open(page, "INC-1");
    assertThat(heading(page)).hasText("Sign in to read this page");
    page.context().close();
  }

  @Test
  void aPrivateIncidentIsRefusedToAnOutsiderAsIfItWereNotThere() {
    Page page = browser.page(390, 844);
    open(page, "INC-2");
    link(page, "Sign in with Slack");
    link(page, "Continue as charlie (Charlie");

    assertThat(heading(page)).hasText("There is nothing here for you");
    assertThat(page.locator("main"))
        .containsText(
            "There is no incident INC-2 that charlie can see. A private one is seen by those in"
                + " its channel: if you know somebody there, ask to be invited.");
    assertThat(page.locator("header")).containsText("Signed in as charlie");
    looksRight(page, "sign-in-private");
    String words = page.locator("main").textContent();
    open(page, "INC-99");
    assertThat(page.locator("main")).hasText(words.replace("INC-2", "INC-99").strip());
    page.context().close();
  }

  /** Slack says that somebody is a guest now: who was signed in is out, and comes in no more. */
  @Test
  void aGuestIsNotLetIn() throws SQLException {
    Page page = browser.page();
    open(page, "INC-1");
    link(page, "Sign in with Slack");
    link(page, "Continue as dana (Dana");
    assertThat(heading(page)).containsText("Postmortem: API service down");

    try (var database =
            DriverManager.getConnection(
                stage.environment().get("DATABASE_URL"), "postgres", "postgres");
        var statement = database.createStatement()) {
      statement.executeUpdate("update person set guest = true where name = 'dana'");
    }
    open(page, "INC-1");
    assertThat(heading(page)).hasText("Sign in to read this page");
    link(page, "Sign in with Slack");
    link(page, "Continue as dana (Dana");
    assertThat(page.locator("main")).containsText("you are a guest there");
    page.context().close();
  }

  @Test
  void whoDoesNotSayWhoTheyAreIsToldWhatToDo() {
    Page page = browser.page();
    open(page, "INC-1");
    link(page, "Sign in with Slack");
    link(page, "Do not say");

    assertThat(heading(page)).hasText("That did not work");
    assertThat(page.locator("main")).containsText("Slack was not allowed to say who you are");
    link(page, "Sign in");
    assertThat(heading(page)).hasText("Sign in to read this page");
    page.context().close();
  }

  private static void cookiesAreAsTheyMustBe(Page page) {
    assertThat(page.context().cookies())
        .singleElement()
        .satisfies(cookie -> {
          assertThat(cookie.name).isEqualTo("evenkeel-session");
          assertThat(cookie.httpOnly).isTrue();
          assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
          assertThat(cookie.secure).as("plain http, on this machine alone").isFalse();
        });
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
  }

  private static void open(Page page, String incident) {
    page.navigate("http://127.0.0.1:" + stage.port() + "/incidents/" + incident + "/postmortem");
  }

  private static com.microsoft.playwright.Locator heading(Page page) {
    return page.locator("h1");
  }

  private static void link(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
  }

  private static void looksRight(Page page, String name) {
    Browser.screenshot(page, name);
    assertThat(
            new AxeBuilder(page)
                .analyze().getViolations().stream()
                    .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                    .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml()))
        .isEmpty();
  }
}
