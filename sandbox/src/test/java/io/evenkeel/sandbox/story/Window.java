package io.evenkeel.sandbox.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** One person at the workspace's page: what they open, type, press and see. */
final class Window implements AutoCloseable {
  /** Narrower than this the page shows the channels or one of them. */
  private static final int PHONE = 720;

  private static final double PATIENCE_MS = 5_000;

  final Page page;
  private String place;

  Window(Page page, Stage stage, String who, String place) {
    this.page = page;
    this.place = place;
    page.navigate(stage.slack.baseUrl() + "client/" + place + "?as=" + who);
    appears(composer());
  }

  /** Goes to a channel by the sidebar, once it is there. */
  Window open(String channel) {
    place = channel;
    page.locator("nav [data-channel='" + channel + "']").click();
    appears(composer());
    return this;
  }

  /** Writes it and does not send it yet. */
  void writes(String words) {
    composer().fill(words);
  }

  Window type(String words) {
    writes(words);
    page.keyboard().press("Enter");
    assertThat(composer()).hasValue("");
    return this;
  }

  /** Types a command and returns the new answer that only this person sees. */
  Locator ask(String words, String answer) {
    Locator answers = message("Only visible to you", answer);
    int before = answers.count();
    type(words);
    appears(answers.nth(before));
    return answers.last();
  }

  /** Waits as an assertion does, without its picture of the page in words at each look. */
  private static void appears(Locator one) {
    one.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
  }

  /** The messages that have all these words. */
  Locator message(String... words) {
    Locator found = page.getByTestId("message");
    for (String one : words) {
      found = found.filter(new Locator.FilterOptions().setHasText(one));
    }
    return found;
  }

  /** Evenkeel's newest direct message that says so; on a phone by way of the list of channels. */
  Locator told(String words) {
    if (page.viewportSize().width < PHONE) {
      page.locator("a.back").click();
    }
    page.locator("nav [data-channel='evenkeel']").click();
    Locator told = message(words).last();
    appears(told);
    return told;
  }

  /** The pinned status card. */
  Locator card() {
    return page.locator(".post.pinned").first();
  }

  void press(Locator where, String label) {
    where
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true))
        .click();
  }

  /** Takes an entry of a message's own menu. */
  void choose(Locator message, String entry) {
    tool(message, "More actions");
    message
        .locator(".sheet")
        .getByText(entry, new Locator.GetByTextOptions().setExact(false))
        .click();
  }

  /** Adds a reaction from the picker. */
  void react(Locator message, String emoji) {
    tool(message, "Add reaction");
    message
        .locator(".picker")
        .getByLabel("React with " + emoji, new Locator.GetByLabelOptions().setExact(true))
        .click();
  }

  /**
   * Opens one of a message's tools. They show under the pointer, which a newer message moves to
   * another one; with the focus they stay.
   */
  private static void tool(Locator message, String name) {
    message.hover();
    message.focus();
    message.getByLabel(name).click();
  }

  /** Opens the thread under a message. */
  Locator thread(Locator message) {
    message.getByTestId("replies").click();
    return thread();
  }

  /** The thread on the right. */
  Locator thread() {
    return page.locator(".thread");
  }

  /** Says something in the open thread. */
  void reply(String words) {
    Locator box = thread().getByRole(AriaRole.TEXTBOX);
    box.fill(words);
    page.keyboard().press("Enter");
    assertThat(box).hasValue("");
  }

  /** The form on the screen. */
  Locator form() {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** The form that this opens. */
  Locator form(String title) {
    assertThat(form()).containsText(title);
    return form();
  }

  /** Reads the answer that takes the form's place, and closes it. */
  void answered(String picture, String words) {
    assertThat(form("Evenkeel")).containsText(words);
    picture(picture);
    press(form().locator("footer"), "Close");
    assertThat(form()).hasCount(0);
  }

  void declareFromMenu() {
    page.getByLabel("Shortcuts").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Declare an incident"))
        .click();
  }

  /** What a file in the channel holds when it is downloaded. */
  String download(Locator file) throws IOException {
    var download = page.waitForDownload(() -> file.getByText("Download").click());
    return Files.readString(download.path());
  }

  void noSeriousViolations() {
    List<Rule> found = new AxeBuilder(page).analyze().getViolations();
    assertThat(found)
        .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  /** Saves what is seen, with nothing under the pointer. */
  void picture(String name) {
    page.mouse().move(0, 0);
    Browser.screenshot(page, name);
  }

  /** The same, scrolled until this is at the top. */
  void picture(String name, Locator top) {
    top.evaluate("seen => seen.scrollIntoView({block: 'start'})");
    picture(name);
  }

  private Locator composer() {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message #" + place).setExact(true));
  }

  @Override
  public void close() {
    page.context().close();
  }
}
