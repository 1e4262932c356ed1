package io.evenkeel.sandbox.workspace;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Somebody in the workspace, a bot included.
 *
 * @param id {@code U…}
 * @param name the handle, without {@code @}
 * @param tz an IANA zone
 * @param botId {@code B…} for a bot, else empty
 * @param appId {@code A…} for a bot, else empty
 */
public record Person(
    String id, String name, String realName, String tz, boolean isBot, String botId, String appId) {

  static Person human(String id, String name, String realName, String tz) {
    return new Person(id, name, realName, tz, false, "", "");
  }

  static Person bot(String name, String realName, String key) {
    return new Person("U0" + key, name, realName, "UTC", true, "B0" + key, "A0" + key);
  }

  /** Seconds east of UTC at this moment. */
  public int tzOffset(Instant at) {
    return ZoneId.of(tz).getRules().getOffset(at).getTotalSeconds();
  }
}
