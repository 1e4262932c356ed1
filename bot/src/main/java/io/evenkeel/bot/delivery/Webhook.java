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
public final class Webhook {
  static final String SIGNATURE = "X-Evenkeel-Signature";
  static final String TIMESTAMP = "X-Evenkeel-Timestamp";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Courier courier;
  private final InstantSource clock;
  private final String name;
  private final URI url;
  private final String secret;
  private final boolean internal;

  /**
   * @param name what people call it
   * @param secret what its signature is made with
   * @param internal the host may be within our own network, and reads of private incidents
   * @param clock what its time is stamped with
   */
  public Webhook(
      Courier courier, String name, URI url, String secret, boolean internal, InstantSource clock) {
    this.courier = courier;
    this.clock = clock;
    this.name = name;
    this.url = url;
    this.secret = secret;
    this.internal = internal;
  }

  boolean internal() {
    return internal;
  }

  /**
   * @param headers besides those that tell where it comes from
   * @throws SlackFault what came of it, as for Slack
   */
  void post(Map<String, String> headers, Map<String, Object> body) throws SlackFault {
    String json = JSON.writeValueAsString(body);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    var all = new LinkedHashMap<>(headers);
    all.put(TIMESTAMP, timestamp);
    all.put(SIGNATURE, signature(secret, timestamp, json));
    courier.post(name, url, internal, all, json);
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
