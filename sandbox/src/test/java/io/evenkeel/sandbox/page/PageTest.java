package io.evenkeel.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import io.evenkeel.sandbox.workspace.Draft;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people say and read, in a real browser. */
class PageTest extends PageCase {

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
  void whoHadScrolledUpSeesWhatTheySend() {
    Page page = open("general", "alice");
    for (int i = 1; i <= 30; i++) {
      slack.workspace().messages().post("C0GENERAL", Draft.text("U0BOB", "line " + i));
    }
    assertThat(message(page, "line 30")).isInViewport();
    page.locator("#beginning-C0GENERAL").scrollIntoViewIfNeeded();
    assertThat(message(page, "line 30")).not().isInViewport();
    send(page, "#general", "down here");
    assertThat(message(page, "down here")).isInViewport();
    page.context().close();
  }

  @Test
  void theAppIsOfferedAndMeantHoweverItIsWritten() {
    Page page = open("general", "alice");
    composer(page, "#general").pressSequentially("@even");
    assertThat(page.getByRole(AriaRole.OPTION)).containsText("Evenkeel");
    page.keyboard().press("Enter");
    assertThat(composer(page, "#general")).hasValue("@evenkeel ");
    send(page, "#general", "@Evenkeel are you there?");
    assertThat(message(page, "are you there?").locator(".mention")).hasText("@evenkeel");
    page.context().close();
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
  void aMessageKeepsTheFocusWhenItChangesAndWhenOneBeforeItGoes() {
    String before = slack.actions().message("alice", "general", "Wrong channel", null).ts();
    String ts = slack.actions().message("bob", "general", "Looking", null).ts();
    Page page = open("general", "bob");
    Locator looking = message(page, "Looking");
    looking.focus();
    slack.actions().react("dana", "general", ts, "eyes", false);
    assertThat(looking.locator("[data-reaction=eyes]")).isVisible();
    assertThat(looking).isFocused();
    slack.actions().delete("alice", "general", before);
    assertThat(message(page, "Wrong channel")).hasCount(0);
    assertThat(looking).isFocused();
    page.context().close();
  }

  @Test
  void messagesArePinnedAndDeleted() {
    slack.actions().message("alice", "general", "The plan", null);
    Page page = open("general", "alice");
    message(page, "The plan").hover();
    message(page, "The plan").getByLabel("More actions").click();
    page.getByRole(AriaRole.BUTTON, exactly("Pin to channel")).click();
    assertThat(message(page, "The plan").first()).containsText("Pinned by you");
    page.getByTestId("pins").click();
    assertThat(page.locator(".pin")).containsText("The plan");
    message(page, "The plan").first().hover();
    message(page, "The plan").first().getByLabel("More actions").click();
    page.getByRole(AriaRole.BUTTON, exactly("Delete message")).click();
    assertThat(message(page, "The plan")).hasCount(0);
    page.context().close();
  }
}
