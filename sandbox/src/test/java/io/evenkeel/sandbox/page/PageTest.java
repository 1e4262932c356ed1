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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, against a simulated Slack with a small app. */
class PageTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T14:30:00Z"));
  private static final AppMenu MENU =
      new AppMenu(
          "Harbour",
          List.of(new AppMenu.Command("/incident", "Runs an incident", "[declare | update]")),
          List.of(
              new AppMenu.Shortcut("Declare an incident", "declare", false),
              new AppMenu.Shortcut("Add to timeline", "note", true)));

  private static Browser browser;

  private final SlackSandbox slack =
      SlackSandbox.start(0, Settings.forTests(CLOCK), io.evenkeel.sandbox.page.Page.with(MENU));
  private ModalBot bot;

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

  @Test
  void whatIsSentAppearsForEverybodyAtOnce() {
    Page alice = open("general", "alice");
    Page bob = open("general", "bob");
    send(alice, "#general", "Is the *API* slow for @bob too?");
    assertThat(message(bob, "Is the API slow")).containsText("Alice Adler");
    assertThat(message(bob, "Is the API slow").locator("strong", text("API"))).isVisible();
    assertThat(message(bob, "Is the API slow").locator(".mention.me")).hasText("@bob");
    assertThat(composer(alice, "#general")).hasValue("");
    alice.context().close();
    bob.context().close();
  }

  @Test
  void manyLinesSentAtOnceArriveInOrder() {
    Page page = open("random", "alice");
    for (int i = 1; i <= 5; i++) {
      send(page, "#random", "line " + i);
    }
    assertThat(page.getByTestId("message").locator(".words"))
        .hasText(new String[] {"line 1", "line 2", "line 3", "line 4", "line 5"});
    page.context().close();
  }

  @Test
  void whatIsRefusedComesBackWithTheReason() {
    Page page = open("general", "alice");
    send(page, "#general", "/deploy now");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("/deploy is not a valid command");
    assertThat(composer(page, "#general")).hasValue("/deploy now");
    bot.close();
    postedButton();
    page.getByRole(AriaRole.BUTTON, exactly("Acknowledge")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The app did not answer");
    page.context().close();
  }

  private void postedButton() {
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

  @Test
  void shiftEnterBreaksTheLine() {
    Page page = open("general", "alice");
    composer(page, "#general").fill("one");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("two");
    page.keyboard().press("Enter");
    assertThat(message(page, "one").locator("br")).hasCount(1);
    page.context().close();
  }

  @Test
  void hostileWordsStayWords() {
    Page page = open("general", "alice");
    send(page, "#general", "<script>document.title='owned'</script><img src=x onerror=alert(1)>");
    assertThat(message(page, "<script>document.title")).isVisible();
    assertThat(page.locator("#app img")).hasCount(0);
    org.assertj.core.api.Assertions.assertThat(page.title()).doesNotContain("owned");
    page.context().close();
  }

  @Test
  void anotherPersonSeesUnreadMarksWithoutReloading() {
    Page bob = open("random", "bob");
    Locator general = bob.locator("nav [data-channel=general]");
    assertThat(general).hasClass(Pattern.compile("unread"));
    general.click();
    assertThat(general).not().hasClass(Pattern.compile("unread"));
    bob.locator("nav [data-channel=random]").click();
    assertThat(composer(bob, "#random")).isVisible();
    slack.actions().message("alice", "general", "hello @bob", null);
    assertThat(general).hasClass(Pattern.compile("unread"));
    assertThat(general.locator(".badge")).containsText("1");
    bob.context().close();
  }

  @Test
  void oneCanBeSomebodyElse() {
    Page page = open("general", "alice");
    assertThat(page.getByTestId("me")).hasText("Alice Adler");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Be Dana Diaz")).click();
    assertThat(page.getByTestId("me")).hasText("Dana Diaz");
    page.context().close();
  }

  @Test
  void aThreadOpensBesideTheChannelAndGrows() {
    String ts = slack.actions().message("alice", "general", "Error rate at 38 %", null).ts();
    slack.actions().message("bob", "general", "Looking", ts);
    Page page = open("general", "alice");
    page.getByTestId("replies").click();
    Locator thread =
        page.getByRole(AriaRole.COMPLEMENTARY, new GetByRoleOptions().setName("Thread"));
    assertThat(thread).containsText("Looking");
    thread.getByLabel("Reply\u2026").fill("It is the pool");
    page.keyboard().press("Enter");
    assertThat(thread.getByTestId("message")).hasCount(3);
    assertThat(page.getByTestId("replies")).containsText("2 replies");
    Browser.screenshot(page, "page-thread");
    thread.getByLabel("Close thread").click();
    assertThat(thread).hasCount(0);
    page.context().close();
  }

  @Test
  void aReactionIsAddedCountedAndTakenBack() {
    String ts = slack.actions().message("alice", "general", "Deployed", null).ts();
    slack.actions().react("dana", "general", ts, "tada", false);
    Page page = open("general", "bob");
    Locator reaction = page.locator("#m-" + ts.replace(".", "\\.") + " [data-reaction=tada]");
    assertThat(reaction).containsText("1");
    reaction.click();
    assertThat(reaction).containsText("2");
    assertThat(reaction).hasAttribute("aria-pressed", "true");
    reaction.click();
    assertThat(reaction).containsText("1");
    page.context().close();
  }

  @Test
  void aCommandIsAnsweredForOnePersonOnly() {
    Page alice = open("general", "alice");
    Page bob = open("general", "bob");
    send(alice, "#general", "/incident status");
    assertThat(message(alice, "You said: status")).containsText("Only visible to you");
    send(bob, "#general", "after that");
    assertThat(message(bob, "after that")).isVisible();
    assertThat(message(bob, "You said")).hasCount(0);
    message(alice, "You said: status").hover();
    alice.getByLabel("Dismiss message").click();
    assertThat(message(alice, "You said")).hasCount(0);
    alice.context().close();
    bob.context().close();
  }

  @Test
  void aModalShowsWhatIsWrongAndKeepsWhatWasTyped() {
    Page page = open("general", "alice");
    send(page, "#general", "/incident");
    Locator modal = page.getByRole(AriaRole.DIALOG);
    assertThat(modal).containsText("Declare an incident");
    Locator title = modal.getByLabel("What is broken?");
    assertThat(title).isFocused();
    title.fill("x");
    modal.getByLabel("What do you see?").fill("errors\neverywhere");
    modal.getByLabel("Severity").selectOption("SEV-1");
    modal.getByText("Declare", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(modal.getByRole(AriaRole.ALERT)).hasText("Say in a few words what is broken.");
    assertThat(title).hasValue("x");
    assertThat(modal.getByLabel("What do you see?")).hasValue("errors\neverywhere");
    Browser.screenshot(page, "page-modal-error");
    noSeriousViolations(page);
    title.fill("API service down");
    page.keyboard().press("Enter");
    assertThat(modal).hasCount(0);
    var values = bot.interactions().getLast().at("/view/state/values");
    assertThat(values.at("/title/title/value").asString("")).isEqualTo("API service down");
    assertThat(values.at("/severity/severity/selected_option/value").asString(""))
        .isEqualTo("SEV-1");
    assertThat(values.at("/note/note/value").asString("")).isEqualTo("errors\neverywhere");
    page.context().close();
  }

  @Test
  void escapeClosesAModal() {
    Page page = open("general", "alice");
    send(page, "#general", "/incident");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    page.context().close();
  }

  @Test
  void aButtonAsksBeforeItCounts() {
    postCard();
    Page page = open("general", "alice");
    page.getByRole(AriaRole.BUTTON, exactly("Resolve")).click();
    Locator question = page.getByRole(AriaRole.DIALOG);
    assertThat(question).containsText("This tells #incidents that it is over.");
    question.getByText("Not yet").click();
    assertThat(bot.interactions()).isEmpty();
    page.getByRole(AriaRole.BUTTON, exactly("Resolve")).click();
    question.getByText("Resolve", new Locator.GetByTextOptions().setExact(true)).click();
    page.waitForCondition(() -> !bot.interactions().isEmpty());
    assertThat(bot.interactions().getFirst().at("/actions/0/value").asString(""))
        .isEqualTo("INC-1");
    page.context().close();
  }

  @Test
  void shortcutsReachTheApp() {
    slack.actions().message("bob", "general", "Disk is full", null);
    Page page = open("general", "alice");
    page.getByLabel("Shortcuts").click();
    page.getByRole(AriaRole.BUTTON, exactly("Declare an incident")).click();
    page.waitForCondition(() -> bot.interactions().size() == 1);
    Locator message = message(page, "Disk is full");
    message.hover();
    message.getByLabel("More actions").click();
    message.getByText("Add to timeline").click();
    page.waitForCondition(() -> bot.interactions().size() == 2);
    assertThat(bot.interactions().getLast().at("/message/text").asString(""))
        .isEqualTo("Disk is full");
    page.context().close();
  }

  @Test
  void theMainPageIsAccessibleAndFitsAPhone() {
    postCard();
    String ts =
        slack
            .actions()
            .message("bob", "general", "Pool is `exhausted`, see https://example.com", null)
            .ts();
    slack.actions().react("bob", "general", ts, "eyes", false);
    slack.actions().message("alice", "general", "On it", ts);
    Page page = open("general", "alice");
    assertThat(page.getByRole(AriaRole.BUTTON, exactly("Resolve"))).isVisible();
    Browser.screenshot(page, "page-main");
    noSeriousViolations(page);
    Page phone = browser.page(390, 844);
    phone.navigate(address("general", "alice"));
    assertThat(message(phone, "Pool is")).isVisible();
    Browser.screenshot(phone, "page-phone");
    org.assertj.core.api.Assertions.assertThat(
            phone.evaluate("() => document.documentElement.scrollWidth"))
        .isEqualTo(390);
    phone.getByLabel("All channels").click();
    phone.locator("nav [data-channel=random]").click();
    assertThat(composer(phone, "#random")).isVisible();
    noSeriousViolations(phone);
    phone.context().close();
    page.context().close();
  }

  private void postCard() {
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

  private Page open(String channel, String as) {
    Page page = browser.page();
    page.navigate(address(channel, as));
    assertThat(page.locator("#app")).isVisible();
    return page;
  }

  private String address(String channel, String as) {
    return slack.baseUrl() + "client/" + channel + "?as=" + as;
  }

  private static Locator composer(Page page, String place) {
    return page.getByRole(
        AriaRole.TEXTBOX, new GetByRoleOptions().setName("Message " + place).setExact(true));
  }

  private static void send(Page page, String place, String words) {
    composer(page, place).fill(words);
    page.keyboard().press("Enter");
  }

  private static Locator message(Page page, String words) {
    return page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(words));
  }

  private static Locator.LocatorOptions text(String words) {
    return new Locator.LocatorOptions().setHasText(words);
  }

  private static GetByRoleOptions exactly(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  private static void noSeriousViolations(Page page) {
    List<Rule> found = new AxeBuilder(page).analyze().getViolations();
    assertThat(found)
        .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
