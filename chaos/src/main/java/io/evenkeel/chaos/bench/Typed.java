package io.evenkeel.chaos.bench;

import io.evenkeel.sandbox.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A slash command somebody typed, and the signed request that Slack makes of it. */
record Typed(String user, String name, String channel, String text) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final SecretKeySpec SECRET =
      new SecretKeySpec(Settings.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), ALGORITHM);

  /** With a trigger of its own and the fields of Slack's documentation ("Slash commands"). */
  byte[] request(Instant now) {
    String body =
        "token=x&team_id=T0SANDBOX&team_domain=sandbox&channel_id="
            + channel
            + "&channel_name=incident&user_id="
            + user
            + "&user_name="
            + name
            + "&command=%2Fincident&text="
            + URLEncoder.encode(text, StandardCharsets.UTF_8)
            + "&api_app_id=A0BENCH&is_enterprise_install=false"
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0SANDBOX%2F1%2Fx"
            + "&trigger_id="
            + UUID.randomUUID();
    String timestamp = Long.toString(now.getEpochSecond());
    String head =
        "POST /slack/events HTTP/1.1\r\nHost: localhost\r\n"
            + "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\nAccept: */*\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: "
            + timestamp
            + "\r\nX-Slack-Signature: v0="
            + signed("v0:" + timestamp + ":" + body)
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  private static String signed(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(SECRET);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
