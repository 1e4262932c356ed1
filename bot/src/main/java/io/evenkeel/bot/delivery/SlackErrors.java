package io.evenkeel.bot.delivery;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slack's error words ("Errors" of each method in Slack's documentation), by what they mean for an
 * effect. A word that is not here leaves it unknown whether something happened.
 */
final class SlackErrors {
  private static final Set<String> LIMITED = Set.of("ratelimited", "rate_limited");

  private static final Set<String> HALT =
      Set.of("token_revoked", "invalid_auth", "account_inactive", "token_expired", "not_authed");

  private static final Set<String> REFUSED =
      Set.of(
          ("access_denied already_archived app_cannot_join_channel bad_timestamp"
                  + " block_mismatch cannot_create_channel cannot_reply_to_message"
                  + " cant_invite cant_update_message channel_is_limited_access"
                  + " channel_not_found edit_window_closed ekm_access_denied"
                  + " external_channel_limit_exceeded failed_for_some_users file_not_found"
                  + " file_uploads_disabled file_uploads_except_images_disabled"
                  + " invalid_arg_name invalid_arguments invalid_array_arg invalid_blocks"
                  + " invalid_blocks_format invalid_channel invalid_charset"
                  + " invalid_form_data invalid_metadata_format invalid_metadata_schema"
                  + " invalid_name invalid_name_maxlength invalid_name_punctuation"
                  + " invalid_name_required invalid_name_specials invalid_post_type"
                  + " invalid_bookmark_type invalid_emoji invalid_link too_many_bookmarks"
                  + " invalid_user_combination is_archived is_bot is_inactive"
                  + " message_limit_exceeded message_not_found messages_tab_disabled"
                  + " metadata_must_be_sent_from_app metadata_too_large method_deprecated"
                  + " method_not_supported_for_channel_type missing_charset"
                  + " missing_post_type missing_scope msg_blocks_too_long msg_too_long"
                  + " name_taken no_channel no_external_invite_permission"
                  + " no_item_specified no_permission no_text no_user"
                  + " not_allowed_token_type not_in_channel not_pinnable"
                  + " org_login_required org_user_not_in_team permission_denied"
                  + " posting_to_channel_denied posting_to_general_channel_denied"
                  + " restricted_action restricted_action_non_threadable_channel"
                  + " restricted_action_read_only_channel restricted_action_thread_locked"
                  + " restricted_action_thread_only_channel team_access_not_granted"
                  + " thread_not_found too_long too_many_attachments"
                  + " too_many_contact_cards too_many_members too_many_pins"
                  + " two_factor_setup_required unknown_method ura_max_channels"
                  + " user_disabled user_is_bot user_is_restricted"
                  + " user_is_ultra_restricted user_not_found user_not_visible"
                  + " user_team_not_in_channel")
              .split(" "));

  /** Stands in a mend for the channel that it is about. */
  private static final String CHANNEL = "CHANNEL";

  private static final Map<String, String> MENDS =
      Map.ofEntries(
          entry("not_in_channel", "Invite Evenkeel: type /invite @Evenkeel in CHANNEL."),
          entry(
              "channel_not_found",
              "Either CHANNEL was deleted, or it is private and Evenkeel is not in it: then"
                  + " type /invite @Evenkeel there."),
          entry("is_archived", "Unarchive CHANNEL."),
          entry("is_inactive", "Unarchive CHANNEL."),
          entry("restricted_action", "A workspace admin must allow Evenkeel to do this."),
          entry("missing_scope", "Install the app again with the scopes of its manifest."),
          entry("messages_tab_disabled", "Turn on the messages tab in the app's App Home."),
          entry("user_not_found", "The person has no account in this workspace any more."),
          entry("user_disabled", "The person's account is switched off."),
          entry("too_many_pins", "Unpin something in CHANNEL."),
          entry("message_not_found", "The message was deleted."));

  private SlackErrors() {}

  static Fault fault(String error) {
    if (HALT.contains(error)) {
      return new Fault.Halted(error);
    }
    if (LIMITED.contains(error)) {
      return new Fault.Limited(Duration.ofSeconds(30));
    }
    if (REFUSED.contains(error)) {
      return new Fault.Refused(error, null);
    }
    return new Fault.Unknown(
        "Slack answered " + error,
        !error.matches("(internal|fatal)_error|request_timeout|service_unavailable"));
  }

  /**
   * In words, with how to mend it where that is known.
   *
   * @param channel where it was to be done, as people say it
   */
  static String words(String error, @Nullable String hint, String channel) {
    String mend = hint == null ? MENDS.getOrDefault(error, "") : hint;
    return ("Slack says " + error + ". " + mend.replace(CHANNEL, channel)).strip();
  }
}
