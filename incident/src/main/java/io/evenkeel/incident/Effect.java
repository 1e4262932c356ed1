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
public sealed interface Effect permits Effect.OfIncident, Effect.OfHouse, PageEffect {

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

  /** What shows an incident, tells of it or changes its places in Slack. */
  sealed interface OfIncident extends Effect {}

  /** What belongs to no incident. */
  sealed interface OfHouse extends Effect {}

  /**
   * Make the incident's channel; {@code name} follows Slack's rules for channel names.
   *
   * @param existing the channel that becomes the incident's instead; null to make one
   */
  record CreateChannel(String name, Visibility visibility, @Nullable ChannelId existing)
      implements OfIncident {
    /** One of its own. */
    public CreateChannel(String name, Visibility visibility) {
      this(name, visibility, null);
    }
  }

  /** Nobody can write in it any more, and everybody can still read it. */
  record ArchiveChannel() implements OfIncident {}

  record UnarchiveChannel() implements OfIncident {}

  /** Post the status card: one message, edited in place from then on. */
  record PostCard() implements OfIncident {}

  record PinCard() implements OfIncident {}

  record RefreshCard() implements OfIncident {}

  record SetTopic() implements OfIncident {}

  record Invite(PersonId person) implements OfIncident {}

  /** One post in the channel with the entries {@code first} to {@code last}. */
  record PostEntries(int first, int last) implements OfIncident {}

  /** The same as a reply in the card's thread. */
  record ThreadEntries(int first, int last) implements OfIncident {}

  /** The entry {@code seq} as a reply in the card's thread, with the task's buttons. */
  record ThreadTask(int seq, int task) implements OfIncident {}

  /** The entry {@code seq} as a post in the channel, with what can be done about it as buttons. */
  record PostReminder(int seq, ReminderKind reminder) implements OfIncident {}

  /** Upload the postmortem draft of the newest timeline as a file. */
  record SharePostmortem() implements OfIncident {}

  record Announce() implements OfIncident {}

  record RefreshAnnouncement() implements OfIncident {}

  /**
   * @param broadcast also shown in the announcement channel itself
   */
  record ReplyToAnnouncement(int first, int last, boolean broadcast) implements OfIncident {}

  /** Read a message that the timeline is to have. */
  record FetchMessage(MessageRef message) implements OfIncident {}

  /** Keep a link where everybody in the channel has it at hand; one that is there is left alone. */
  record AddBookmark(String title, String url) implements OfIncident {}

  /** Tell somebody who came into the channel what is going on; only they see it. */
  record Greet(PersonId person) implements OfIncident {}

  /**
   * The entries {@code first} to {@code last} are for whoever subscribed: who that is is found when
   * this is performed, and each of them gets a {@link Brief}.
   */
  record Inform(int first, int last) implements OfIncident {}

  /** Tell one subscriber of these entries, unless they have stopped or may not see it by then. */
  record Brief(PersonId person, int first, int last) implements OfIncident {}

  /** What was approved for readers outside, in the channel, to be copied. */
  record PostStatement(int statement) implements OfIncident {}

  /** The same as a reply under the announcement. */
  record AnnounceStatement(int statement) implements OfIncident {}

  /** Bring the post in the channel that shows the entry {@code seq} to how that reads now. */
  record EditPost(int seq) implements OfIncident {}

  /** The same for the reply under the announcement. */
  record EditReply(int seq) implements OfIncident {}

  /** The same for what subscribers got. */
  record EditBriefs(int seq) implements OfIncident {}

  /** Write the postmortem as it stands into the folder of postmortems, where there is one. */
  record KeepFile() implements OfIncident {}

  /**
   * Tell a webhook outside Slack what happened to the incident, and how it was then.
   *
   * @param outlet its name in the settings
   * @param at when it happened, UTC
   */
  record Hook(String outlet, Happening happening, Instant at) implements OfIncident {}

  /** Tell one person something by direct message. */
  record Tell(Addressee to, News news) implements OfIncident {}

  /** Say something that belongs to no incident, in these words and with these buttons. */
  record Say(Hearer to, Answer said) implements OfHouse {
    public Say(Hearer to, Prose words, Offer... offers) {
      this(to, Answer.unchanged(words, offers));
    }
  }

  /** One card in the announcement channel that asks what is to become of alerts. */
  record PostAlerts(int group) implements OfHouse {}

  /** Bring that card to how they stand. */
  record RefreshAlerts(int group) implements OfHouse {}

  default Place place() {
    return switch (this) {
      case Tell _ -> Place.DIRECT;
      case OfHouse _ -> Place.HOUSE;
      case FetchMessage _ -> Place.CAPTURE;
      case KeepFile _ -> Place.FILES;
      case PageEffect.Call _, PageEffect.EditCall _ -> Place.PAGES;
      case PageEffect.Ring _ -> Place.OUTSIDE;
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
          PageEffect.PostPage _,
          PageEffect.RefreshPage _,
          PageEffect.MentionPaged _,
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
