package io.evenkeel.bot.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * How much may be sent, and how long that may take. A body is refused by the length that it claims,
 * before it is read; one that claims none, by what it turns out to be; one that drips, by its time.
 */
enum Body {
  /** Slack's largest request is a modal of 250 KB, URL-encoded at most three times that. */
  SLACK(HttpServer.LARGEST_BODY, "The request is larger than 1 MB."),
  COMMAND(64 << 10, "The command is larger than 64 KB. Say it in fewer words."),
  POSTMORTEM(HttpServer.LARGEST_BODY, "The postmortem is larger than 1 MB."),
  FORM(4 << 10, "The form is larger than 4 KB."),

  /** Only of senders that are known by then: a group of Alertmanager's may be large. */
  ALERTS(4 << 20, "The alerts are larger than 4 MB. Send fewer at once, such as max_alerts: 1000."),
  WEBHOOK(1 << 20, "The webhook is larger than 1 MB."),

  /** PagerDuty takes as much. */
  EVENT(512 << 10, "The event is larger than 512 KB. Send fewer details.");

  /** From the first byte that is waited for to the last. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int PIECE = 8 << 10;

  /** So much of what is too large is passed over, for so long. */
  private static final int PASSED_OVER = 16 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final int most;
  private final String words;

  Body(int most, String words) {
    this.most = most;
    this.words = words;
  }

  /**
   * Reads it whole.
   *
   * @throws Refusal 413 when it is too large, 408 when it does not come
   */
  byte[] read(Context context) throws IOException {
    if (context.req().getContentLengthLong() > most) {
      throw tooLarge(context);
    }
    long deadline = System.nanoTime() + LONGEST.toNanos();
    var body = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    InputStream in = context.req().getInputStream();
    while (true) {
      int read = piece(in, piece);
      if (read < 0) {
        return body.toByteArray();
      }
      body.write(piece, 0, read);
      if (body.size() > most) {
        throw tooLarge(context);
      }
      if (System.nanoTime() - deadline > 0) {
        throw tooSlow(context);
      }
    }
  }

  /**
   * Reads it whole, as UTF-8.
   *
   * @throws Refusal as {@link #read}, and 400 when it is none
   */
  String text(Context context) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(context))).toString();
    } catch (CharacterCodingException _) {
      throw new Refusal(400, "The body is no UTF-8 text.");
    }
  }

  private static int piece(InputStream in, byte[] piece) throws IOException {
    try {
      return in.read(piece);
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw new Refusal(408, "The request did not come in time. Send it again.");
      }
      throw e;
    }
  }

  /** What is still to come is hardly waited for. */
  private Refusal tooLarge(Context context) throws IOException {
    passOver(context);
    context.header("Connection", "close");
    return new Refusal(413, words);
  }

  /** Who is still sending when the connection is closed hears no answer: so a little is taken. */
  private static void passOver(Context context) throws IOException {
    long claimed = context.req().getContentLengthLong();
    long left = claimed < 0 ? PASSED_OVER : Math.min(claimed, PASSED_OVER);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    byte[] piece = new byte[PIECE];
    InputStream in = context.req().getInputStream();
    while (left > 0 && System.nanoTime() - deadline < 0) {
      if (in.available() == 0) {
        LockSupport.parkNanos(1_000_000);
        continue;
      }
      int read = in.read(piece, 0, Math.min(piece.length, in.available()));
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  private static Refusal tooSlow(Context context) {
    context.header("Connection", "close");
    return new Refusal(408, "The request did not come in time. Send it again.");
  }
}
