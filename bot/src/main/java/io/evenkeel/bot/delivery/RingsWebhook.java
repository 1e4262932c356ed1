package io.evenkeel.bot.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A webhook whose receiver can tell that it came from here and when: {@code X-Evenkeel-Signature}
 * is {@code v1=} and the HMAC-SHA256, in hexadecimal, of {@code v1:} + {@code X-Evenkeel-Timestamp}
 * (seconds since 1970, UTC) + {@code :} + the body.
 */
final class RingsWebhook implements Outlet {
  static final String SIGNATURE = "X-Evenkeel-Signature";
  static final String TIMESTAMP = "X-Evenkeel-Timestamp";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Courier courier;
  private final InstantSource clock;
  private final String name;
  private final URI url;
  private final String secret;
  private final boolean internal;

  RingsWebhook(
      Courier courier, InstantSource clock, String name, URI url, String secret, boolean internal) {
    this.courier = courier;
    this.clock = clock;
    this.name = name;
    this.url = url;
    this.secret = secret;
    this.internal = internal;
  }

  @Override
  public void tell(Alert alert) throws SlackFault {
    var body = new LinkedHashMap<String, Object>();
    body.put("event", "page." + alert.what().word());
    body.put("key", alert.key());
    body.put("incident", alert.incident());
    body.put("page", alert.page());
    body.put("severity", alert.severity());
    body.put("summary", alert.summary());
    body.put("sent_at", alert.at().toString());
    String by = alert.by();
    if (by != null) {
      body.put("acknowledged_by", by);
    }
    String json = JSON.writeValueAsString(body);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    courier.post(
        name,
        url,
        internal,
        Map.of(
            TIMESTAMP,
            timestamp,
            SIGNATURE,
            signature(secret, timestamp, json),
            "X-Evenkeel-Event-Id",
            alert.effect()),
        json);
  }

  static String signature(String secret, String timestamp, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] of = ("v1:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(of));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
