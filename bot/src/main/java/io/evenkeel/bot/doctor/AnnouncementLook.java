package io.evenkeel.bot.doctor;

import io.evenkeel.bot.config.Secret;
import io.evenkeel.bot.socket.BareApi;
import java.io.IOException;

/** The channel that incidents are announced in. */
final class AnnouncementLook {
  private AnnouncementLook() {}

  /**
   * @param name without {@code #}
   */
  static Finding at(BareApi api, Secret token, String name) throws InterruptedException {
    try {
      String cursor = "";
      do {
        var page =
            api.call(
                "conversations.list",
                token.value(),
                "exclude_archived=true&limit=1000&types=public_channel,private_channel&cursor="
                    + cursor);
        if (!page.ok()) {
          return Finding.fail(
              "#" + name, "channels cannot be listed: " + page.error(), "Mend what is above first");
        }
        for (var channel : page.body().path("channels").values()) {
          if (name.equals(channel.path("name").asString(""))) {
            return channel.path("is_member").asBoolean(false)
                ? Finding.ok("#" + name, "is there, and the bot is in it")
                : Finding.ok("#" + name, "is there; the bot joins with the first announcement");
          }
        }
        cursor = page.body().path("response_metadata").path("next_cursor").asString("");
      } while (!cursor.isEmpty());
      return Finding.fail(
          "#" + name,
          "is not there, or is private without the bot in it",
          "Create it, /invite the bot if it is private, or name another one in EVENKEEL_CONFIG");
    } catch (IOException e) {
      return Finding.fail("#" + name, "could not be looked for: " + e, "Run this again");
    }
  }
}
