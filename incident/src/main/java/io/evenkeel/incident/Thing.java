package io.evenkeel.incident;

/** What an effect makes, as people say it. */
final class Thing {
  private Thing() {}

  static String of(Effect.Kind kind) {
    return switch (kind) {
      case CREATE_CHANNEL -> "the incident's channel";
      case POST_CARD -> "the status card";
      case PIN_CARD -> "the card's pin";
      case REFRESH_CARD -> "the newest state on the card";
      case SET_TOPIC -> "the channel's topic";
      case INVITE -> "an invitation";
      case POST_ENTRIES -> "a post in the channel";
      case THREAD_ENTRIES -> "a post in the card's thread";
      case SHARE_POSTMORTEM -> "the postmortem draft";
      case ARCHIVE_CHANNEL -> "archiving the channel";
      case UNARCHIVE_CHANNEL -> "unarchiving the channel";
      case ANNOUNCE -> "the announcement";
      case REFRESH_ANNOUNCEMENT -> "the newest state on the announcement";
      case REPLY_TO_ANNOUNCEMENT -> "a reply under the announcement";
      case TELL_PARKED -> "the direct message about what could not be done";
      case TELL_DUTY -> "the direct message about a role's duties";
      case TELL_CHANGE -> "the direct message about a change";
      case FETCH_MESSAGE -> "a message for the timeline";
      case TELL_OFFER -> "the direct message that offers a role";
      case TELL_HANDOVER -> "the direct message about what became of a handover";
      case THREAD_TASK -> "a task's post in the card's thread";
      case TELL_TASK -> "the direct message about a task";
      case TELL_OVERDUE -> "the direct message about a task whose time is up";
      case TELL_ACTION -> "the direct message about an action item";
      case TELL_POSTMORTEM -> "the direct message about the postmortem";
      case ADD_BOOKMARK -> "a bookmark in the channel";
      case POST_STATEMENT -> "a statement in the channel";
      case ANNOUNCE_STATEMENT -> "a statement under the announcement";
      case TELL_STATEMENT -> "the direct message that asks to approve a statement";
      case TELL_VERDICT -> "the direct message about what became of a statement";
      case GREET -> "a word of greeting to somebody who joined";
      case INFORM -> "finding out who subscribed";
      case BRIEF -> "the direct message to somebody who subscribed";
      case EDIT_POST -> "the newest words of an update in the channel";
      case EDIT_REPLY -> "the newest words of an update under the announcement";
      case EDIT_BRIEFS -> "the newest words of an update to those who subscribed";
      case TELL_REMINDER -> "a reminder by direct message";
      case POST_REMINDER -> "a reminder in the channel";
      case SAY -> "a message that belongs to no incident";
      case KEEP_FILE -> "the postmortem's file in EXPORT_DIR";
      case CALL -> "the direct message that pages somebody";
      case EDIT_CALL -> "the newest state on a page's direct message";
      case POST_PAGE -> "the post about a page";
      case REFRESH_PAGE -> "the newest state on the post about a page";
      case MENTION_PAGED -> "the mention of who is paged";
      case TELL_UNANSWERED -> "the direct message that nobody answered a page";
      case RING -> "what is rung outside Slack";
      case POST_ALERTS -> "the card that asks what becomes of alerts";
      case REFRESH_ALERTS -> "the newest state on a card about alerts";
      case HOOK -> "what a webhook outside Slack is told";
    };
  }
}
