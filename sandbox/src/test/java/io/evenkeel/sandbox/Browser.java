package io.evenkeel.sandbox;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium for a test. Where none is installed the test is skipped with a word about it, or
 * fails if {@code EVENKEEL_REQUIRE_ALL=1} is set. Set {@code CHROMIUM} where it is not in {@code
 * /usr/bin}. Of Debian's two the one without windows of its own is preferred: its pages are the
 * same, for less than half of the work.
 *
 * <p>Each {@link #page} is a browser of its own to the server: nothing is shared between two.
 * Errors in a page's scripts fail the test when the browser is closed. What runs underneath stays
 * for the next test, as its start is dear; it ends with this process.
 */
public final class Browser implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          // Pages live for seconds: the dear compilers and their threads would not pay.
          "--js-flags=--no-opt --no-maglev --single-threaded",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-features=" + String.join(",", features()));
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MS = 10_000;

  /** Playwright may be used by the thread alone that has started it. */
  private static final ThreadLocal<com.microsoft.playwright.@Nullable Browser> RUNNING =
      new ThreadLocal<>();

  private final com.microsoft.playwright.Browser chromium;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> scriptErrors = new ArrayList<>();

  private Browser(com.microsoft.playwright.Browser chromium) {
    this.chromium = chromium;
  }

  /** Starts Chromium, or skips the test that asks. */
  public static Browser open() {
    Path executable = executable();
    if (!Files.isExecutable(executable)) {
      String words = "BROWSER TEST SKIPPED: there is no Chromium at " + executable + ".";
      if ("1".equals(System.getenv("EVENKEEL_REQUIRE_ALL"))) {
        throw new IllegalStateException(words + " EVENKEEL_REQUIRE_ALL=1 does not allow that.");
      }
      System.err.println(words);
      Assumptions.abort(words);
    }
    var running = RUNNING.get();
    if (running == null || !running.isConnected()) {
      running = start(executable);
      RUNNING.set(running);
    }
    return new Browser(running);
  }

  private static com.microsoft.playwright.Browser start(Path executable) {
    PlaywrightDriver.keep();
    return Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
  }

  /** A new window of 1280 × 800, with no cookies. */
  public Page page() {
    return page(1280, 800);
  }

  /** A new window of this size. */
  public Page page(int width, int height) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height));
    contexts.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.onPageError(scriptErrors::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
        scriptErrors.add(message.text());
      }
    });
    return page;
  }

  /**
   * With {@code -Dpictures} saves what the window shows as {@code target/screenshots/NAME.png}, for
   * people to look at; to tests it would be a fifth of Chromium's work for nothing.
   */
  public static void screenshot(Page page, String name) {
    if (System.getProperty("pictures") != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
    if (!scriptErrors.isEmpty()) {
      throw new AssertionError("Scripts of the page failed: " + scriptErrors);
    }
  }

  private static List<String> features() {
    // Chromium heeds this option once, and Playwright gives it as well: these are Playwright's.
    String playwrights =
        """
        AvoidUnnecessaryBeforeUnloadCheckSync BoundaryEventDispatchTracksNodeRemoval
        DestroyProfileOnBrowserClose DialMediaRouteProvider GlobalMediaControls HttpsUpgrades
        LensOverlay MediaRouter PaintHolding ThirdPartyStoragePartitioning
        BlockOriginHeaderModificationOnRedirect Translate AutoDeElevate OptimizationHints
        """;
    // Its own buttons are pages by now, in processes of their own, which nobody sees here.
    String ours = "InitialWebUI WebUIReloadButton WebUIOmniboxPopup";
    return List.of((playwrights + ours).split("\\s+"));
  }

  private static Path executable() {
    String given = System.getenv("CHROMIUM");
    if (given != null) {
      return Path.of(given);
    }
    Path windowless = Path.of("/usr/bin/chromium-headless-shell");
    return Files.isExecutable(windowless) ? windowless : Path.of("/usr/bin/chromium");
  }
}
