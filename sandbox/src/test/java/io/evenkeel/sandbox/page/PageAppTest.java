package io.evenkeel.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.FileShare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the app shows and asks, in a real browser. */
class PageAppTest extends PageCase {

  @Test
  void aCommandIsAnsweredForOnePersonOnly() {
    Page alice = open("general", "alice");
    Page bob = open("general", "bob");
    send(alice, "#general", "/incident status");
    assertThat(message(alice, "You said: status")).containsText("Only visible to you");
    send(bob, "#general", "after that");
    assertThat(message(bob, "after that")).isVisible();
    assertThat(message(bob, "You said")).hasCount(0);
    assertThat(message(alice, "after that")).isVisible();
    message(alice, "You said: status").hover();
    alice.getByLabel("Dismiss message").click();
    assertThat(message(alice, "You said")).hasCount(0);
    alice.context().close();
    bob.context().close();
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
  void filesArePreviewedAndDownloaded() throws IOException {
    byte[] draft = "# Postmortem\n\n- 14:30 UTC (T+0m): alert <b>".getBytes(StandardCharsets.UTF_8);
    var files = slack.workspace().files();
    var file = files.announce("U0EVENKEEL", "INC-1.md", draft.length, "text/markdown");
    file = files.completed(files.uploaded(file, draft), "Postmortem draft");
    var message =
        slack
            .workspace()
            .messages()
            .post("C0GENERAL", Draft.text("U0EVENKEEL", "").withFiles(List.of(file.id())));
    files.shared(file, new FileShare.Share("C0GENERAL", message.ts(), false));
    Page page = open("general", "alice");
    page.getByTestId("file").getByText("Preview").click();
    assertThat(page.getByTestId("file").locator("h1")).hasText("Postmortem");
    var download = page.waitForDownload(() -> page.getByLabel("Download INC-1.md").click());
    assertThat(Files.readAllBytes(download.path())).isEqualTo(draft);
    page.context().close();
  }
}
