package io.evenkeel.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.TestPostgres;
import io.evenkeel.bot.plain.SomePeople;
import io.evenkeel.bot.read.RecordedIncident;
import io.evenkeel.persistence.Database;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A postmortem is read, edited and put back over HTTP. */
final class PostmortemRouteTest {
  private static final String PATH = "/api/v1/incidents/INC-1/postmortem";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Database database = Database.open(TestPostgres.migrated());
  private final TestSite site = new TestSite(database);

  PostmortemRouteTest() {
    SomePeople.known(database);
    RecordedIncident.resolved(database, "API service down");
  }

  @AfterEach
  void stop() {
    site.close();
    database.close();
  }

  @Test
  void anEditIsTheNextRevisionAndSaysSo() throws Exception {
    var draft = get();
    assertThat(draft.headers().firstValue("ETag")).contains("\"0\"");
    var put = put("\"0\"", draft.body() + "\nOurs.\n");

    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(put.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(put.body()).contains("\"recorded\":true", "\"revision\":2");
    assertThat(get().body()).contains("\nrevision: 2\n").endsWith("\nOurs.\n");
    assertThat(site.get("/incidents/INC-1/postmortem.md", "Bearer " + TestSite.TOKEN).body())
        .endsWith("\nOurs.\n");
  }

  @Test
  void anEditOnAnOlderRevisionIsPutTogetherOrRefused() throws Exception {
    put("\"0\"", "# PM\n\none\n\ntwo\n\nthree\n");
    assertThat(put("\"2\"", "# PM\n\nONE\n\ntwo\n\nthree\n").statusCode()).isEqualTo(200);
    assertThat(put("\"2\"", "# PM\n\none\n\ntwo\n\nTHREE\n").statusCode()).isEqualTo(200);
    assertThat(get().body()).isEqualTo("# PM\n\nONE\n\ntwo\n\nTHREE\n");

    var clash = put("\"2\"", "# PM\n\nuno\n\ntwo\n\nthree\n");
    assertThat(clash.statusCode()).isEqualTo(412);
    assertThat(clash.body()).contains("via token operator for alice changed the same lines");
  }

  @Test
  void whatIsMissingIsAskedFor() throws Exception {
    assertThat(put("", "# PM\n").statusCode()).isEqualTo(428);
    assertThat(put("three", "# PM\n").statusCode()).isEqualTo(400);
    assertThat(put("\"0\"", " ").statusCode()).isEqualTo(400);
    assertThat(put("\"9\"", "# PM\n").body()).contains("has no revision 9");
    assertThat(site.get(PATH, "").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get() throws Exception {
    return site.get(PATH, "Bearer " + TestSite.TOKEN);
  }

  private HttpResponse<String> put(String ifMatch, String text) throws Exception {
    var request =
        HttpRequest.newBuilder(site.address(PATH + "?as=alice"))
            .header("Authorization", "Bearer " + TestSite.TOKEN)
            .PUT(BodyPublishers.ofString(text));
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
