package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.evenkeel.sandbox.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is on call: asked, stood in for, changed at three o'clock, and swapped. */
final class OnCallStoryTest {
  private static final String ROTA =
      """
      schedule:
        look_every: 200ms
      oncall:
        payments:
          zone: UTC
          starts: 2026-03-03
          week_begins: tuesday
          handoff: "15:00"
          channel: general
          weeks:
            - {week: 1, primary: alice, secondary: bob, escalation: charlie}
            - {week: 2, primary: bob, secondary: charlie, escalation: alice}
      """;

  @Test
  @Timeout(240)
  void theShiftPassesAndTheRolesWithIt() throws Exception {
    try (var browser = Browser.open();
        var stage = Stage.with("oncall", ROTA);
        var alice = new Window(browser.page(), stage, "alice", "general");
        var bob = new Window(browser.page(390, 844), stage, "bob", "general");
        var charlie = new Window(browser.page(), stage, "charlie", "general")) {
      stage.clock.at("14:32");
      asked(alice);
      subscribed(stage, alice);
      stoodInFor(charlie, bob);
      alice.ask("/incident declare API service down --severity SEV-1", "INC-1");
      stage.clock.at("15:05");
      changed(alice, bob);
      swapped(alice, bob);
    }
  }

  private static void asked(Window alice) {
    Locator now = alice.ask("/incident oncall", "On call for payments now");
    assertThat(now).containsText("primary: @alice until");
    assertThat(now).containsText("then @bob");
    assertThat(now).containsText("secondary: @bob until");
    alice.picture("oncall-01-who-is-on-call");
    Locator later =
        alice.ask("/incident oncall payments --at \"tomorrow 09:00\"", "On call for payments at");
    assertThat(later).containsText("primary: @bob");
    alice.ask("/incident oncall paymets", "Did you mean payments?");
    alice.noSeriousViolations();
  }

  /** The address in the answer is one that a calendar can read. */
  private static void subscribed(Stage stage, Window alice) throws Exception {
    String link =
        alice
            .message("Only visible to you", "subscribe to this address")
            .last()
            .locator("a", new Locator.LocatorOptions().setHasText("this address"))
            .getAttribute("href");
    Matcher path = Pattern.compile("/oncall/payments\\.ics\\?key=[0-9a-f]{32}").matcher(link);
    assertThat(path.find()).isTrue();
    var calendar =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + stage.port() + path.group()))
                    .build(),
                BodyHandlers.ofString());
    assertThat(calendar.statusCode()).isEqualTo(200);
    assertThat(calendar.body()).contains("SUMMARY:alice on call (payments\\, primary)");
  }

  private static void stoodInFor(Window charlie, Window bob) {
    charlie.ask("/incident oncall override @bob 2h payments escalation", "in the place of charlie");
    Locator told = bob.told("You are on call for payments, escalation");
    assertThat(told).containsText("@charlie asked for it");
    bob.picture("oncall-02-told-to-stand-in");
    Locator refused =
        charlie.ask(
            "/incident oncall override @alice 30m payments escalation",
            "Two at once would leave it open who counts");
    charlie.picture("oncall-03-two-at-once");
    charlie.press(refused, "Withdraw #1");
    assertThat(charlie.message("Only visible to you", "Override #1 is withdrawn").last())
        .isVisible();
  }

  /** Nobody types anything: it is past three. */
  private static void changed(Window alice, Window bob) {
    Locator announced = alice.message("Shift change for payments").last();
    assertThat(announced).containsText("primary is @bob, after alice");
    assertThat(announced).containsText("secondary is @charlie, after bob");
    alice.picture("oncall-04-shift-change");
    Locator over = alice.told("Your shift for payments, primary, is over");
    assertThat(over).containsText("incident commander of INC-1 API service down");
    alice.picture("oncall-05-hand-over");
    alice.press(over, "Hand incident commander of INC-1 to @bob");
    Locator offered = bob.told("INC-1 API service down");
    bob.press(offered, "Accept");
    bob.picture("oncall-06-accepted");
  }

  private static void swapped(Window alice, Window bob) {
    alice.open("general");
    alice.ask("/incident oncall swap @bob payments", "Nothing changes before they say yes");
    alice.picture("oncall-07-swap-asked");
    Locator asked = bob.told("asks you to swap on call for payments");
    bob.picture("oncall-08-swap-told");
    bob.press(asked, "Accept");
    assertThat(bob.message("Only visible to you", "Swap #1 is done").last()).isVisible();
    Locator yes = alice.told("said yes to swap #1");
    assertThat(yes).containsText("@bob takes payments, escalation");
    alice.open("general");
    Locator all = alice.ask("/incident oncall overrides", "stands in for payments, escalation");
    assertThat(all).containsText("@bob");
    alice.picture("oncall-09-overrides");
  }
}
