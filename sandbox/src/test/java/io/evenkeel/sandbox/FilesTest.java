package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FilesTest extends SandboxTest {

  @Test
  void aFileIsAnnouncedUploadedCompletedOnceAndDownloaded() throws Exception {
    var ticket = slack.filesGetUploadURLExternal(r -> r.filename("pm.md").length(5));
    assertThat(complete(ticket.getFileId())).isEqualTo("file_not_found");
    assertThat(upload(ticket.getUploadUrl(), "toolong").statusCode()).isEqualTo(400);
    assertThat(upload(ticket.getUploadUrl(), "hello").body()).isEqualTo("OK - 5");

    assertThat(complete(ticket.getFileId())).isNull();
    assertThat(complete(ticket.getFileId())).isEqualTo("file_not_found");
    var file = slack.filesInfo(r -> r.file(ticket.getFileId())).getFile();
    assertThat(file.getTitle()).isEqualTo("Postmortem");
    assertThat(file.getShares().getPublicChannels()).containsKey("C0GENERAL");
    var message = slack.conversationsHistory(r -> r.channel("C0GENERAL").limit(1)).getMessages();
    assertThat(message.getFirst().getFiles()).extracting("id").containsExactly(file.getId());
    assertThat(download(file.getUrlPrivate(), "xoxb-sandbox-token").body()).isEqualTo("hello");
    assertThat(download(file.getUrlPrivate(), "xoxb-other").statusCode()).isEqualTo(403);
  }

  @Test
  void theSdksOwnUploadWorks() throws Exception {
    var answer =
        slack.filesUploadV2(r ->
            r.channel("C0GENERAL")
                .filename("pm.md")
                .title("Postmortem")
                .content("# Postmortem")
                .initialComment("Here it is"));

    assertThat(answer.isOk()).isTrue();
    assertThat(sandbox.workspace().files().all().getFirst().content()).asString().contains("# P");
  }

  private String complete(String id) throws Exception {
    FileDetails details = FileDetails.builder().id(id).title("Postmortem").build();
    return slack
        .filesCompleteUploadExternal(r -> r.files(List.of(details)).channelId("C0GENERAL"))
        .getError();
  }

  private HttpResponse<String> upload(String url, String text) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> download(String url, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
