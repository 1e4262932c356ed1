package io.evenkeel.bot.delivery;

import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.incident.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a channel that is there an incident's: joins it, and remembers who is in it. A private
 * incident does not go into a public channel, and no incident into the one for announcements.
 */
final class AdoptsChannel implements Action {
  private static final String INFO = "conversations.info";
  private static final String MEMBERS = "conversations.members";

  private final Incident incident;
  private final ChannelId channel;
  private final AnnouncementChannel announcements;

  AdoptsChannel(Incident incident, ChannelId channel, AnnouncementChannel announcements) {
    this.incident = incident;
    this.channel = channel;
    this.announcements = announcements;
  }

  @Override
  public String method() {
    return INFO;
  }

  @Override
  public List<String> methods() {
    return List.of(INFO, MEMBERS);
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var info =
        attempt.call(INFO, slack -> slack.conversationsInfo(r -> r.channel(channel.value())));
    var found = info.getChannel();
    if (incident.visibility() == Visibility.PRIVATE && !found.isPrivate()) {
      throw refused(
          "that the channel is public",
          "The incident is private: cancel it and declare it again in a private channel.");
    }
    if (announcements.named(found.getName())) {
      throw refused(
          "that this is the announcement channel",
          "Cancel the incident and declare it again without --here.");
    }
    if (!found.isMember()) {
      attempt.call(
          "conversations.join", slack -> slack.conversationsJoin(r -> r.channel(channel.value())));
    }
    List<PersonId> people = people(attempt);
    attempt.read(tx -> {
      var members = new Members(tx);
      people.forEach(person -> members.add(incident.number(), person, attempt.effect().since()));
      return people;
    });
    return Map.of(Purpose.CHANNEL, SlackObject.channel(channel));
  }

  private List<PersonId> people(Attempt attempt) throws SlackFault {
    var people = new ArrayList<PersonId>();
    String cursor = "";
    do {
      String from = cursor;
      var page =
          attempt.call(
              MEMBERS,
              slack ->
                  slack.conversationsMembers(
                      r -> r.channel(channel.value()).limit(1000).cursor(from)));
      page.getMembers().forEach(id -> people.add(new PersonId(id)));
      cursor = Cursor.of(page.getResponseMetadata());
    } while (!cursor.isEmpty());
    return people;
  }

  private static SlackFault refused(String why, String mend) {
    return new SlackFault(new Fault.Refused(why, mend));
  }
}
