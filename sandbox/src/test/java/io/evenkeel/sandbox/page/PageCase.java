package io.evenkeel.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The page in a real browser, against a simulated Slack with a small app. */
abstract class PageCase {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T14:30:00Z"));
  private static final AppMenu MENU =
      new AppMenu(
          "Harbour",
          List.of(new AppMenu.Command("/incident", "Runs an incident", "[declare | update]")),
          List.of(
              new AppMenu.Shortcut("Declare an incident", "declare", false),
              new AppMenu.Shortcut("Add to timeline", "note", true)));

  static Browser browser;

  final SlackSandbox slack =
      SlackSandbox.start(0, Settings.forTests(CLOCK), io.evenkeel.sandbox.page.Page.with(MENU));
  ModalBot bot;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void startBot() throws IOException {
    bot = new ModalBot(slack);
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  void postedButton() {
    slack
        .workspace()
        .messages()
        .post(
            "C0GENERAL",
            Draft.text("U0EVENKEEL", "A button")
                .withBlocks(
                    Json.parse(
                        """
                        [{"type":"actions","elements":[{"type":"button","action_id":"ack",
                          "text":{"type":"plain_text","text":"Acknowledge"}}]}]
                        """)));
  }

  void postCard() {
    bot.call(
        "chat.postMessage",
        Map.of("channel", "C0GENERAL", "text", "INC-1", "blocks", Json.parse(CARD)));
  }

  private static final String CARD =
      """
      [{"type":"header","text":{"type":"plain_text","text":":rotating_light: INC-1 API service down"}},
       {"type":"section","fields":[
         {"type":"mrkdwn","text":"*Severity*\\nSEV-1 critical"},
         {"type":"mrkdwn","text":"*Incident commander*\\n<@U0ALICE> (acting)"}]},
       {"type":"actions","elements":[
         {"type":"button","action_id":"update","style":"primary","text":{"type":"plain_text","text":"Post update"}},
         {"type":"users_select","action_id":"lead","placeholder":{"type":"plain_text","text":"Tech lead"}},
         {"type":"button","action_id":"resolve","value":"INC-1","style":"danger",
          "text":{"type":"plain_text","text":"Resolve"},
          "confirm":{"title":{"type":"plain_text","text":"Resolve INC-1?"},
           "text":{"type":"mrkdwn","text":"This tells *#incidents* that it is over."},
           "confirm":{"type":"plain_text","text":"Resolve"},
           "deny":{"type":"plain_text","text":"Not yet"},"style":"danger"}},
         {"type":"overflow","action_id":"more","options":[
          {"text":{"type":"plain_text","text":"Open timeline"},"value":"timeline"}]}]},
       {"type":"context","elements":[{"type":"mrkdwn","text":"Declared <!date^1772461800^{date_short_pretty} {time}|14:30 UTC>"}]}]
      """;

  Page open(String channel, String as) {
    Page page = browser.page();
    page.navigate(address(channel, as));
    assertThat(page.locator("#app")).isVisible();
    return page;
  }

  String address(String channel, String as) {
    return slack.baseUrl() + "client/" + channel + "?as=" + as;
  }

  static Locator composer(Page page, String place) {
    return page.getByRole(
        AriaRole.TEXTBOX, new GetByRoleOptions().setName("Message " + place).setExact(true));
  }

  static void send(Page page, String place, String words) {
    composer(page, place).fill(words);
    page.keyboard().press("Enter");
  }

  static Locator message(Page page, String words) {
    return page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(words));
  }

  static Locator.LocatorOptions text(String words) {
    return new Locator.LocatorOptions().setHasText(words);
  }

  static GetByRoleOptions exactly(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  static void noSeriousViolations(Page page) {
    List<Rule> found = new AxeBuilder(page).analyze().getViolations();
    assertThat(found)
        .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
