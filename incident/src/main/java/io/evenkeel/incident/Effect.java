package io.evenkeel.incident;

import io.evenkeel.response.Happening;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done in Slack, as data. It names what to show, not how it looks: the newest state
 * is read when it is performed. Effects of one {@link Place} happen in order.
 */
public sealed interface Effect {

  /**
   * The stream an effect belongs to: {@code INC-42/channel}, {@code INC-42/announce}, {@code
   * INC-42/direct}, {@code INC-42/capture}, {@code INC-42/subscribers}, {@code INC-42/files},
   * {@code INC-42/pages}, {@code INC-42/outside}, {@code INC-42/hooks}. Streams are locked in this
   * order. What belongs to no incident is in streams of the house.
   */
  enum Place {
    CHANNEL,
    ANNOUNCE,
    /** Direct messages: they wait for nothing that happens in a channel. */
    DIRECT,
    /** What is read for the timeline: it waits for no post, and no post waits for it. */
    CAPTURE,
    /** Direct messages to those who subscribed: many, and nobody else waits for them. */
    SUBSCRIBERS,
    /** Direct messages that page somebody: they wait for no other message. */
    PAGES,
    /** What is rung outside Slack: it waits for nothing in Slack. */
    OUTSIDE,
    /** What webhooks outside Slack are told: no pager waits for it. */
    HOOKS,
    /** What belongs to no incident: a stream for each who hears it. */
    HOUSE,
    /** What is written outside Slack: it waits for nothing there. */
    FILES
  }

  /** Stored as its {@link #word()}: a kind is never renamed. */
  enum Kind {
    CREATE_CHANNEL,
    POST_CARD,
    PIN_CARD,
    REFRESH_CARD,
    SET_TOPIC,
    INVITE,
    POST_ENTRIES,
    THREAD_ENTRIES,
    SHARE_POSTMORTEM,
    ARCHIVE_CHANNEL,
    UNARCHIVE_CHANNEL,
    ANNOUNCE,
    REFRESH_ANNOUNCEMENT,
    REPLY_TO_ANNOUNCEMENT,
    TELL_PARKED,
    TELL_DUTY,
    TELL_OFFER,
    TELL_HANDOVER,
    TELL_CHANGE,
    FETCH_MESSAGE,
    THREAD_TASK,
    TELL_TASK,
    TELL_OVERDUE,
    TELL_ACTION,
    TELL_POSTMORTEM,
    ADD_BOOKMARK,
    GREET,
    INFORM,
    BRIEF,
    POST_STATEMENT,
    ANNOUNCE_STATEMENT,
    TELL_STATEMENT,
    TELL_VERDICT,
    EDIT_POST,
    EDIT_REPLY,
    EDIT_BRIEFS,
    SAY,
    KEEP_FILE,
    CALL,
    EDIT_CALL,
    POST_PAGE,
    REFRESH_PAGE,
    MENTION_PAGED,
    TELL_UNANSWERED,
    RING,
    HOOK,
    TELL_REMINDER,
    POST_REMINDER,
    POST_ALERTS,
    REFRESH_ALERTS;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that word; empty for one of another version. */
    public static Optional<Kind> find(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The thing that is there once it is done, as people say it: "the status card". */
    public String thing() {
      return Thing.of(this);
    }
  }

  /**
   * Make the incident's channel; {@code name} follows Slack's rules for channel names.
   *
   * @param existing the channel that becomes the incident's instead; null to make one
   */
  record CreateChannel(String name, Visibility visibility, @Nullable ChannelId existing)
      implements Effect {
    /** One of its own. */
    public CreateChannel(String name, Visibility visibility) {
      this(name, visibility, null);
    }
  }

  /** Nobody can write in it any more, and everybody can still read it. */
  record ArchiveChannel() implements Effect {}

  record UnarchiveChannel() implements Effect {}

  /** Post the status card: one message, edited in place from then on. */
  record PostCard() implements Effect {}

  record PinCard() implements Effect {}

  record RefreshCard() implements Effect {}

  record SetTopic() implements Effect {}

  record Invite(PersonId person) implements Effect {}

  /** One post in the channel with the entries {@code first} to {@code last}. */
  record PostEntries(int first, int last) implements Effect {}

  /** The same as a reply in the card's thread. */
  record ThreadEntries(int first, int last) implements Effect {}

  /** The entry {@code seq} as a reply in the card's thread, with the task's buttons. */
  record ThreadTask(int seq, int task) implements Effect {}

  /** The entry {@code seq} as a post in the channel, with what can be done about it as buttons. */
  record PostReminder(int seq, ReminderKind reminder) implements Effect {}

  /** Upload the postmortem draft of the newest timeline as a file. */
  record SharePostmortem() implements Effect {}

  record Announce() implements Effect {}

  record RefreshAnnouncement() implements Effect {}

  /**
   * @param broadcast also shown in the announcement channel itself
   */
  record ReplyToAnnouncement(int first, int last, boolean broadcast) implements Effect {}

  /** Read a message that the timeline is to have. */
  record FetchMessage(MessageRef message) implements Effect {}

  /** Keep a link where everybody in the channel has it at hand; one that is there is left alone. */
  record AddBookmark(String title, String url) implements Effect {}

  /** Tell somebody who came into the channel what is going on; only they see it. */
  record Greet(PersonId person) implements Effect {}

  /**
   * The entries {@code first} to {@code last} are for whoever subscribed: who that is is found when
   * this is performed, and each of them gets a {@link Brief}.
   */
  record Inform(int first, int last) implements Effect {}

  /** Tell one subscriber of these entries, unless they have stopped or may not see it by then. */
  record Brief(PersonId person, int first, int last) implements Effect {}

  /** What was approved for readers outside, in the channel, to be copied. */
  record PostStatement(int statement) implements Effect {}

  /** The same as a reply under the announcement. */
  record AnnounceStatement(int statement) implements Effect {}

  /** Bring the post in the channel that shows the entry {@code seq} to how that reads now. */
  record EditPost(int seq) implements Effect {}

  /** The same for the reply under the announcement. */
  record EditReply(int seq) implements Effect {}

  /** The same for what subscribers got. */
  record EditBriefs(int seq) implements Effect {}

  /** Write the postmortem as it stands into the folder of postmortems, where there is one. */
  record KeepFile() implements Effect {}

  /** Page one person by direct message, unless that call is over. */
  record Call(int page, int call) implements Effect {}

  /** Bring that direct message to how the page stands. */
  record EditCall(int page, int call) implements Effect {}

  /** One post in the channel that says who is paged, edited in place from then on. */
  record PostPage(int page) implements Effect {}

  record RefreshPage(int page) implements Effect {}

  /**
   * Mention in the channel whoever has not answered yet.
   *
   * @param everybody all who are there, in the place of those who were asked
   */
  record MentionPaged(int page, boolean everybody) implements Effect {}

  /**
   * Tell a pager outside Slack.
   *
   * @param outlet its name in the settings
   */
  record Ring(int page, String outlet, What what) implements Effect {
    /** As PagerDuty's Events API v2 calls it. Stored as its word: never renamed. */
    public enum What {
      TRIGGER,
      ACKNOWLEDGE,
      RESOLVE;

      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /**
   * Tell a webhook outside Slack what happened to the incident, and how it was then.
   *
   * @param outlet its name in the settings
   * @param at when it happened, UTC
   */
  record Hook(String outlet, Happening happening, Instant at) implements Effect {}

  /** Tell one person something by direct message. */
  record Tell(Addressee to, News news) implements Effect {}

  /** Say something that belongs to no incident, in these words and with these buttons. */
  record Say(Hearer to, Answer said) implements Effect {
    public Say(Hearer to, Prose words, Offer... offers) {
      this(to, Answer.unchanged(words, offers));
    }
  }

  /** One card in the announcement channel that asks what is to become of alerts. */
  record PostAlerts(int group) implements Effect {}

  /** Bring that card to how they stand. */
  record RefreshAlerts(int group) implements Effect {}

  /** Who hears what belongs to no incident. */
  sealed interface Hearer {
    record Somebody(PersonId person) implements Hearer {}

    /**
     * @param name of a channel, without #
     */
    record Channel(String name) implements Hearer {}
  }

  /** Who is told: found when the message is sent. */
  sealed interface Addressee {
    /** Whoever commands by then; whoever declared when nobody does, or they cannot be reached. */
    record Commander() implements Addressee {}

    record Somebody(PersonId person) implements Addressee {}
  }

  /** What somebody is told. */
  sealed interface News {
    /** Everything of the incident that could not be done and waits for a person. */
    record OfParked() implements News {}

    /** What the holder of a role does; nothing to whoever does not hold it by then. */
    record OfDuty(Role role) implements News {}

    /** A role is on offer; nothing once that is over. */
    record OfOffer(int handover) implements News {}

    /** What became of an offer. */
    record OfHandover(int handover) implements News {}

    /** What somebody else has changed: the entries {@code first} to {@code last}. */
    record OfChange(int first, int last) implements News {}

    /** Somebody was asked to do it; nothing once it is done. */
    record OfTask(int number) implements News {}

    /** A task's time is up; nothing once it is done or has more time. */
    record OfOverdue(int number) implements News {}

    /** Somebody owns an action item; nothing once it is closed. */
    record OfAction(int number) implements News {}

    /** A statement waits for their yes; nothing once it has a verdict. */
    record OfStatement(int number) implements News {}

    /** What became of their statement. */
    record OfVerdict(int number) implements News {}

    /** Everybody was asked by a page, and nobody answered; nothing once somebody did. */
    record OfUnanswered(int page) implements News {}

    /** Somebody finishes the postmortem, or is asked for what only people know. */
    record OfPostmortem() implements News {}

    /**
     * They are reminded; nothing once its cause is gone.
     *
     * @param decided when that was decided, UTC
     */
    record OfReminder(Reminder reminder, Instant decided) implements News {}
  }

  default Place place() {
    return switch (this) {
      case Tell _ -> Place.DIRECT;
      case Say _, PostAlerts _, RefreshAlerts _ -> Place.HOUSE;
      case FetchMessage _ -> Place.CAPTURE;
      case KeepFile _ -> Place.FILES;
      case Call _, EditCall _ -> Place.PAGES;
      case Ring _ -> Place.OUTSIDE;
      case Hook _ -> Place.HOOKS;
      case Brief _, EditBriefs _ -> Place.SUBSCRIBERS;
      case Announce _,
          RefreshAnnouncement _,
          ReplyToAnnouncement _,
          AnnounceStatement _,
          EditReply _ ->
          Place.ANNOUNCE;
      case CreateChannel _,
          PostCard _,
          PinCard _,
          RefreshCard _,
          SetTopic _,
          Invite _,
          PostEntries _,
          PostReminder _,
          ThreadEntries _,
          ThreadTask _,
          SharePostmortem _,
          ArchiveChannel _,
          UnarchiveChannel _,
          AddBookmark _,
          PostStatement _,
          Greet _,
          EditPost _,
          PostPage _,
          RefreshPage _,
          MentionPaged _,
          Inform _ ->
          Place.CHANNEL;
    };
  }

  default Kind kind() {
    return KindOf.effect(this);
  }

  /** The kind in the same stream without which this one cannot be done; parked together with it. */
  default Optional<Kind> dependsOn() {
    return Dependence.of(this);
  }
}
