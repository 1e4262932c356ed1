package io.evenkeel.bot.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.persistence.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for Slack's requests. Nothing is read from a body before its signature holds, and no
 * body, however broken, gets anything but 200, 400 or 401; 503 only asks for an event to be told
 * again.
 */
public final class SlackGateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackGateway.class);

  private final @Nullable Signature signature;
  private final App app;
  private final SlackRequestParser parser;
  private final InstantSource clock;
  private final Underway underway;

  private SlackGateway(
      @Nullable Signature signature, App app, InstantSource clock, Underway underway) {
    this.underway = underway;
    this.signature = signature;
    this.app = app;
    this.clock = clock;
    parser = new SlackRequestParser(app.config());
  }

  /**
   * Opens the door. Nothing is called before the first request.
   *
   * @param signature what requests over HTTP are held to; null where all come through Socket Mode,
   *     and requests over HTTP are refused
   * @param slack the one Slack client of this process, for {@code views.*} and for answers to a
   *     response_url; only what it has as its Web API's host, and Slack's own, are answered
   * @param heard takes what is heard besides commands
   * @param halted Slack's word for why it refuses our token; empty while all is well
   * @param clock read once for each request
   */
  public static SlackGateway open(
      @Nullable Signature signature,
      Slack slack,
      String botToken,
      Taking desk,
      Questions questions,
      Heard heard,
      Speakers speakers,
      Supplier<Optional<String>> halted,
      InstantSource clock) {
    return open(
        signature,
        slack,
        botToken,
        desk,
        questions,
        heard,
        speakers,
        halted,
        clock,
        Patience.standard());
  }

  static SlackGateway open(
      @Nullable Signature signature,
      Slack slack,
      String botToken,
      Taking desk,
      Questions questions,
      Heard heard,
      Speakers speakers,
      Supplier<Optional<String>> halted,
      InstantSource clock,
      Patience patience) {
    App app = BoltApp.over(slack);
    var conversation = new Conversation(desk, questions, speakers, halted);
    var modals = new Modals(slack, botToken);
    var drafting = new Drafting(questions, speakers, conversation);
    var afterwards =
        new Afterwards(
            new Replies(slack), modals, new HomeTab(questions, modals), patience.underway());
    Listeners.register(
        app,
        new Commands(conversation, patience, afterwards),
        new Presses(conversation, patience, afterwards),
        new FormChanges(conversation, drafting, afterwards),
        new Sendings(
            new Declaring(conversation),
            new Resolving(conversation),
            new Submissions(conversation),
            drafting,
            patience,
            afterwards),
        new MessageShortcuts(conversation, heard.captures(), patience, afterwards),
        new Happenings(heard.insiders(), afterwards),
        new Earmarks(heard.captures(), heard.emoji()),
        new Rewrites(heard.captures()),
        new Mentions(conversation, patience, heard.privately(), heard.once()),
        new Workspace(heard.tidings()));
    return new SlackGateway(signature, app, clock, patience.underway());
  }

  /**
   * What is sent back to Slack.
   *
   * @param status 200; 503 for an event while Postgres is away; 400 malformed; 401 not signed by
   *     Slack, or more than five minutes old or early
   */
  public record Reply(
      int status, String contentType, Map<String, List<String>> headers, String body) {
    static Reply plain(int status, String body) {
      return new Reply(status, "text/plain; charset=utf-8", Map.of(), body);
    }
  }

  /**
   * Answers one request. Returns within 3 s whatever hangs behind it.
   *
   * @param body the bytes as they came over the wire; how many may come is for the server to say
   * @param headers names in any letter case
   */
  public Reply receive(
      byte[] body, Map<String, List<String>> headers, @Nullable String query, String remote) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var named = new RequestHeaders(headers);
    if (signature == null) {
      return Reply.plain(
          404, "Slack's requests come through Socket Mode here: SLACK_SIGNING_SECRET is not set.");
    }
    if (!signature.vouches(
        body,
        named.getFirstValue("X-Slack-Request-Timestamp"),
        named.getFirstValue("X-Slack-Signature"),
        now)) {
      return Reply.plain(401, "The signature does not hold, or is more than five minutes off.");
    }
    return Envelope.text(body)
        .map(text -> heard(text, named, remote, now))
        .orElseGet(SlackGateway::malformed);
  }

  /**
   * Answers one request that came over a connection which we opened to Slack ourselves: it needs no
   * signature. Returns within 3 s whatever hangs behind it.
   *
   * @param body what would have come over HTTP
   */
  public Reply connected(String body, Map<String, List<String>> headers) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return heard(body, new RequestHeaders(headers), "socket", now);
  }

  private Reply heard(String text, RequestHeaders named, String remote, Instant now) {
    Optional<Envelope> envelope = Envelope.of(text);
    if (envelope.isEmpty()) {
      return malformed();
    }
    return switch (envelope.get()) {
      case SSL_CHECK -> Reply.plain(200, "");
      case EVENTS_KEPT_BACK -> {
        log.warn("Slack keeps events back: more than 30,000 in an hour in one workspace");
        yield Reply.plain(200, "");
      }
      case LISTENER -> listen(text, named, remote, now);
    };
  }

  private Reply listen(String body, RequestHeaders headers, String remote, Instant now) {
    Request<?> request;
    try {
      request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri("/slack/events")
                  .requestBody(body)
                  .headers(headers)
                  .remoteAddress(remote)
                  .build());
    } catch (RuntimeException | StackOverflowError e) {
      log.info("Slack sent a request that cannot be read: {}", e.getClass().getSimpleName());
      return malformed();
    }
    if (request == null) {
      return malformed();
    }
    Received.stamp(request, now);
    return request instanceof BlockActionRequest pressed ? each(pressed) : run(request);
  }

  /** Bolt answers 404 to a press that holds several actions; each of them is run here. */
  private Reply each(BlockActionRequest pressed) {
    var actions = pressed.getPayload().getActions();
    if (actions == null || actions.isEmpty() || actions.contains(null)) {
      return malformed();
    }
    Reply last = malformed();
    for (var action : actions) {
      pressed.getPayload().setActions(List.of(action));
      last = run(pressed);
    }
    return last;
  }

  private Reply run(Request<?> request) {
    Response response;
    try {
      response = app.run(request);
    } catch (Unavailable e) {
      log.warn("An event was not taken, Slack will tell it again: {}", e.getMessage());
      return Reply.plain(503, "Not now: please tell it again.");
    } catch (Exception | StackOverflowError e) {
      // Listeners answer for their own failures: what gets here is a body they could not read.
      log.info("Slack sent a request that no listener can read: {}", e.getClass().getSimpleName());
      return malformed();
    }
    String body = response.getBody();
    return new Reply(
        response.getStatusCode(),
        response.getContentType(),
        Map.copyOf(response.getHeaders()),
        body == null ? "" : body);
  }

  /**
   * To be called when no more requests come. Returns within 5 s: for most of it doubts are tried to
   * be settled and answers go out; then people are told what is not known.
   */
  @Override
  public void close() {
    underway.finish(Duration.ofSeconds(4), Duration.ofSeconds(1));
  }

  private static Reply malformed() {
    return Reply.plain(400, "The request cannot be read.");
  }
}
