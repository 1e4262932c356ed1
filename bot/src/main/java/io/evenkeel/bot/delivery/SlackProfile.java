package io.evenkeel.bot.delivery;

import com.slack.api.model.User;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.people.Profile;
import org.jspecify.annotations.Nullable;

/** Who a user of Slack's is here; what Slack leaves out is made up from what it says. */
final class SlackProfile {
  private SlackProfile() {}

  static Profile of(User user) {
    var details = user.getProfile();
    return new Profile(
        new PersonId(user.getId()),
        user.getName() == null ? user.getId() : user.getName(),
        text(details == null ? null : details.getDisplayName()),
        text(
            user.getRealName() == null && details != null
                ? details.getRealName()
                : user.getRealName()),
        user.getTz() == null ? "UTC" : user.getTz(),
        user.isBot(),
        !user.isDeleted(),
        user.isRestricted() || user.isUltraRestricted() || user.isStranger());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
