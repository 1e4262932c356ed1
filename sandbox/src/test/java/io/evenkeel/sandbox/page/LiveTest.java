package io.evenkeel.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.Settings;
import io.evenkeel.sandbox.SlackSandbox;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How a page hears that something changed. */
class LiveTest {

  private static final int PAGES = 60;

  @Test
  void aPageOpensAlsoWhileMuchChanges() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (var slack =
            SlackSandbox.start(
                0,
                Settings.forTests(InstantSource.system()),
                Page.with(new AppMenu("Harbour", List.of(), List.of())));
        var http = HttpClient.newHttpClient()) {
      Thread changes =
          Thread.ofPlatform()
              .start(() -> {
                for (int mark = 1; !over.get(); mark++) {
                  slack.workspace().read().mark("U0BOB", "C0GENERAL", "%010d".formatted(mark));
                }
              });
      try {
        for (int page = 0; page < PAGES; page++) {
          var live = HttpRequest.newBuilder(URI.create(slack.baseUrl() + "ui/live")).build();
          HttpResponse<InputStream> answer = http.send(live, BodyHandlers.ofInputStream());
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(answer.body().read()).isPositive();
          answer.body().close();
        }
      } finally {
        over.set(true);
        changes.join();
      }
    }
  }
}
