package io.evenkeel.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.socket.BareApi;
import io.evenkeel.bot.socket.EnvelopeDoor;
import io.evenkeel.bot.socket.SocketMode;
import io.evenkeel.bot.socket.SocketPace;
import io.evenkeel.bot.socket.SocketState;
import io.evenkeel.bot.socket.Tickets;
import io.evenkeel.sandbox.client.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection itself, against a Slack that is strict about it. */
final class SocketModeTest {
  private static final SocketPace PACE =
      new SocketPace(
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3));

  private final SlackSandbox slack =
      SlackSandbox.start(0, Settings.forTests(InstantSource.system()));
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  @BeforeEach
  void switchOn() {
    slack.sockets().enable(true);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    slack.close();
  }

  private SocketMode connect(String token, EnvelopeDoor door) {
    var api = new BareApi(URI.create(slack.apiUrl()), Duration.ofSeconds(5));
    var socket = new SocketMode(new Tickets(api, token), door, PACE, InstantSource.system());
    open.add(socket);
    socket.start();
    return socket;
  }

  private EnvelopeDoor says(String words) {
    return (body, headers) -> {
      bodies.add(body);
      return new EnvelopeDoor.Reply(200, "text/plain; charset=utf-8", words);
    };
  }

  private Delivery type(String text) {
    return slack.actions().command("alice", "general", "/incident", text);
  }

  private void connected(int count) {
    StandInBot.await(() -> slack.sockets().connections() == count);
  }

  @Test
  void aCommandComesAsItWouldOverHttpAndIsAnswered() {
    SocketMode socket = connect(Settings.APP_TOKEN, says("Noted."));
    connected(1);
    Delivery told = type("note 100% = more");
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.ack().path("text").asString()).isEqualTo("Noted.");
    assertThat(bodies)
        .singleElement()
        .asString()
        .contains("command=%2Fincident&text=note+100%25+%3D+more");
    StandInBot.await(() -> socket.state() instanceof SocketState.Connected);
    assertThat(socket.state().trouble()).isEmpty();
    assertThat(slack.sockets().complaints()).isEmpty();
  }

  @Test
  void aWrongTokenIsToldAndTriedAgain() {
    SocketMode socket = connect("xapp-other", says(""));
    StandInBot.await(() -> socket.state().trouble().contains("invalid_auth"));
    assertThat(socket.state().trouble()).contains("SLACK_APP_TOKEN");
    assertThat(slack.sockets().connections()).isZero();
  }

  @Test
  void slackBeingAwayIsToldAndItConnectsOnceSlackIsBack() {
    SocketMode socket = connect(Settings.APP_TOKEN, says("Back."));
    connected(1);
    slack.sockets().away(true);
    StandInBot.await(() -> socket.state() instanceof SocketState.Trying);
    assertThat(type("note nobody hears").status()).isZero();
    slack.sockets().away(false);
    connected(1);
    assertThat(type("note again").status()).isEqualTo(200);
  }

  @Test
  void socketModeBeingSwitchedOffIsToldInWords() {
    SocketMode socket = connect(Settings.APP_TOKEN, says(""));
    connected(1);
    slack.sockets().enable(false);
    StandInBot.await(() -> socket.state().trouble().contains("switched off"));
    slack.sockets().enable(true);
    connected(1);
  }

  @Test
  void whatIsNotTakenIsNotAcknowledgedAndGoesToNobodyElseInSecret() {
    connect(
        Settings.APP_TOKEN,
        (body, headers) -> new EnvelopeDoor.Reply(503, "text/plain", "Not now"));
    connected(1);
    assertThat(type("note lost").status()).isZero();
  }

  @Test
  void twoConnectionsShareTheWorkAndEachTakesOnlyWhatCameToIt() {
    connect(Settings.APP_TOKEN, says("one"));
    connect(Settings.APP_TOKEN, says("two"));
    connected(2);
    var answers = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      answers.add(type("note " + i).ack().path("text").asString());
    }
    assertThat(answers).containsExactlyInAnyOrder("one", "one", "two", "two");
    assertThat(bodies).hasSize(4);
  }

  @Test
  void aStopAcknowledgesWhatIsUnderWayAndTakesNothingNew() {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    SocketMode leaving =
        connect(
            Settings.APP_TOKEN,
            (body, headers) -> {
              bodies.add(body);
              begun.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new EnvelopeDoor.Reply(200, "text/plain", "the last words");
            });
    connected(1);
    var first = CompletableFuture.supplyAsync(() -> type("note first"));
    StandInBot.await(() -> begun.getCount() == 0);
    leaving.leave();
    var second = CompletableFuture.supplyAsync(() -> type("note second"));
    connect(Settings.APP_TOKEN, says("the other"));
    connected(2);
    var closing = CompletableFuture.runAsync(leaving::close);
    go.countDown();
    assertThat(first.join().ack().path("text").asString()).isEqualTo("the last words");
    closing.join();
    assertThat(second.join().ack().path("text").asString()).isEqualTo("the other");
  }

  @Test
  void aConnectionThatFallsSilentIsGivenUp() {
    SocketMode socket = connect(Settings.APP_TOKEN, says("here"));
    connected(1);
    slack.sockets().cut();
    StandInBot.await(() -> slack.sockets().connections() == 1 && bodiesAfterTyping());
    assertThat(socket.state()).isInstanceOf(SocketState.Connected.class);
  }

  private boolean bodiesAfterTyping() {
    return type("note here").status() == 200;
  }
}
