package io.evenkeel.incident;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing to be done in Slack, as data. It names what to show, not how it looks: the newest state
 * is read when it is performed. Effects of one {@link Place} happen in order.
 */
public sealed interface Effect {

  /** The stream an effect belongs to: {@code INC-42/channel} or {@code INC-42/announce}. */
  enum Place {
    CHANNEL,
    ANNOUNCE
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
    ANNOUNCE,
    REFRESH_ANNOUNCEMENT,
    REPLY_TO_ANNOUNCEMENT;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Make the incident's channel; {@code name} follows Slack's rules for channel names. */
  record CreateChannel(String name, Visibility visibility) implements Effect {}

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

  /** Upload the postmortem draft of the newest timeline as a file. */
  record SharePostmortem() implements Effect {}

  record Announce() implements Effect {}

  record RefreshAnnouncement() implements Effect {}

  /**
   * @param broadcast also shown in the announcement channel itself
   */
  record ReplyToAnnouncement(int first, int last, boolean broadcast) implements Effect {}

  default Place place() {
    return switch (this) {
      case Announce _, RefreshAnnouncement _, ReplyToAnnouncement _ -> Place.ANNOUNCE;
      case CreateChannel _,
          PostCard _,
          PinCard _,
          RefreshCard _,
          SetTopic _,
          Invite _,
          PostEntries _,
          ThreadEntries _,
          SharePostmortem _ ->
          Place.CHANNEL;
    };
  }

  default Kind kind() {
    return switch (this) {
      case CreateChannel _ -> Kind.CREATE_CHANNEL;
      case PostCard _ -> Kind.POST_CARD;
      case PinCard _ -> Kind.PIN_CARD;
      case RefreshCard _ -> Kind.REFRESH_CARD;
      case SetTopic _ -> Kind.SET_TOPIC;
      case Invite _ -> Kind.INVITE;
      case PostEntries _ -> Kind.POST_ENTRIES;
      case ThreadEntries _ -> Kind.THREAD_ENTRIES;
      case SharePostmortem _ -> Kind.SHARE_POSTMORTEM;
      case Announce _ -> Kind.ANNOUNCE;
      case RefreshAnnouncement _ -> Kind.REFRESH_ANNOUNCEMENT;
      case ReplyToAnnouncement _ -> Kind.REPLY_TO_ANNOUNCEMENT;
    };
  }

  /** The kind in the same stream without which this one cannot be done; parked together with it. */
  default Optional<Kind> dependsOn() {
    return switch (this) {
      case CreateChannel _, Announce _ -> Optional.empty();
      case PostCard _, SetTopic _, Invite _, PostEntries _, SharePostmortem _ ->
          Optional.of(Kind.CREATE_CHANNEL);
      case PinCard _, RefreshCard _, ThreadEntries _ -> Optional.of(Kind.POST_CARD);
      case RefreshAnnouncement _, ReplyToAnnouncement _ -> Optional.of(Kind.ANNOUNCE);
    };
  }
}
