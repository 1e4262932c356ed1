package io.evenkeel.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a page hears that something changed, and what it is sent then. */
class LiveTest {

  private static final int PAGES = 60;

  private final SlackSandbox slack =
      SlackSandbox.start(
          0,
          Settings.forTests(InstantSource.system()),
          Page.with(new AppMenu("Harbour", List.of(), List.of())));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.close();
    slack.close();
  }

  @Test
  void aPageOpensAlsoWhileMuchChanges() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread changes =
        Thread.ofPlatform()
            .start(() -> {
              for (int mark = 1; !over.get(); mark++) {
                slack.workspace().read().mark("U0BOB", "C0GENERAL", "%010d".formatted(mark));
              }
            });
    try {
      for (int page = 0; page < PAGES; page++) {
        HttpResponse<InputStream> live =
            http.send(get("ui/live?as=bob").build(), BodyHandlers.ofInputStream());
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body().read()).isPositive();
        live.body().close();
      }
    } finally {
      over.set(true);
      changes.join();
    }
  }

  @Test
  void whatAPageHasAlreadyIsNotSentAgain() throws Exception {
    HttpResponse<String> first = seen("");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.body()).contains("id=\"app\"");
    HttpResponse<String> same = seen(tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    slack.actions().message("alice", "general", "The pool is full", null);
    HttpResponse<String> next = seen(tag);
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(next.body()).contains("The pool is full");
    assertThat(next.headers().firstValue("ETag")).isNotEqualTo(first.headers().firstValue("ETag"));
  }

  /** What bob's page asks for when it has what this tag stands for. */
  private HttpResponse<String> seen(String tag) throws IOException, InterruptedException {
    return http.send(
        get("ui/app?as=bob&channel=general").header("If-None-Match", tag).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(slack.baseUrl() + path));
  }
}
