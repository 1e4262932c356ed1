package io.evenkeel.sandbox.outbound;

import io.evenkeel.sandbox.workspace.Channel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One address for later answers, and what an answer may replace. */
public final class ResponseUrl {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  private final String url;
  final Channel channel;
  final String user;
  private final Instant since;
  final @Nullable String threadTs;
  @Nullable String messageTs;
  @Nullable String ephemeralTs;
  private int uses;

  ResponseUrl(String url, Channel channel, String user, Instant since, @Nullable String threadTs) {
    this.url = url;
    this.channel = channel;
    this.user = user;
    this.since = since;
    this.threadTs = threadTs;
  }

  /** The whole address. */
  public String url() {
    return url;
  }

  /** Counts one use; Slack's word for why there may be none any more, or empty. */
  String use(Instant now) {
    if (now.isAfter(since.plus(LIFE))) {
      return "expired_url";
    }
    if (uses >= USES) {
      return "used_url";
    }
    uses++;
    return "";
  }
}
