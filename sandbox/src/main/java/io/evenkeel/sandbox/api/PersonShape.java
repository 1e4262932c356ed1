package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** People as Slack shows them to an app. */
final class PersonShape {
  private PersonShape() {}

  /** A user object. */
  static ObjectNode of(Person person, Instant now) {
    boolean bot = person.isBot() && !person.id().equals("USLACKBOT");
    ObjectNode profile =
        Json.object()
            .put("title", "")
            .put("phone", "")
            .put("skype", "")
            .put("real_name", person.realName())
            .put("real_name_normalized", person.realName())
            .put("display_name", person.name())
            .put("display_name_normalized", person.name())
            .put("status_text", "")
            .put("status_emoji", "")
            .put("status_expiration", 0)
            .put("avatar_hash", "g" + person.id().toLowerCase(Locale.ROOT))
            .put("team", Workspace.TEAM);
    if (bot) {
      profile.put("api_app_id", person.appId()).put("bot_id", person.botId());
      profile.put("always_active", true);
    } else {
      profile.put("email", person.name() + "@sandbox.example");
    }
    String label = ZoneId.of(person.tz()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return Json.object()
        .put("id", person.id())
        .put("team_id", Workspace.TEAM)
        .put("name", person.name())
        .put("deleted", false)
        .put("color", "9f69e7")
        .put("real_name", person.realName())
        .put("tz", person.tz())
        .put("tz_label", label)
        .put("tz_offset", person.tzOffset(now))
        .put("is_admin", false)
        .put("is_owner", false)
        .put("is_primary_owner", false)
        .put("is_restricted", false)
        .put("is_ultra_restricted", false)
        .put("is_bot", bot)
        .put("is_app_user", false)
        .put("updated", 1735689600)
        .put("is_email_confirmed", !bot)
        .put("who_can_share_contact_card", "EVERYONE")
        .set("profile", profile);
  }
}
