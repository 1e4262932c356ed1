package io.evenkeel.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.evenkeel.sandbox.Browser;
import org.junit.jupiter.api.Test;

/** Who sees which channel, and on which screen. */
class PagePlacesTest extends PageCase {

  @Test
  void oneJoinsChannelsAndWritesToTheAppDirectly() {
    slack.actions().createChannel("bob", "war-stories", false);
    Page page = open("war-stories", "alice");
    page.getByRole(AriaRole.BUTTON, exactly("Join channel")).click();
    send(page, "#war-stories", "hello");
    assertThat(message(page, "has joined the channel").last()).containsText("Alice Adler");
    page.locator("nav [data-channel=evenkeel]").click();
    send(page, "Evenkeel", "are you there?");
    assertThat(message(page, "are you there?")).isVisible();
    page.context().close();
  }

  @Test
  void privateChannelsAreOnlyThereForTheirMembers() {
    slack.actions().createChannel("bob", "security", true);
    Page bob = open("security", "bob");
    assertThat(bob.locator("nav [data-channel=security]").getByLabel("private channel"))
        .isVisible();
    Page alice = open("security", "alice");
    assertThat(alice.locator("nav [data-channel=security]")).hasCount(0);
    assertThat(composer(alice, "#general")).isVisible();
    alice.context().close();
    bob.context().close();
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
    assertThat(phone.locator("nav [data-channel=random]")).isVisible();
    Browser.screenshot(phone, "page-phone-channels");
    phone.locator("nav [data-channel=random]").click();
    assertThat(composer(phone, "#random")).isVisible();
    noSeriousViolations(phone);
    phone.context().close();
    page.context().close();
  }
}
