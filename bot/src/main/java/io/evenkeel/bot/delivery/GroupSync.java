package io.evenkeel.bot.delivery;

import com.slack.api.model.Usergroup;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Database;
import io.evenkeel.persistence.people.UserGroups;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the members of the user groups that the policy names in Postgres. */
final class GroupSync {
  private static final Logger LOG = LoggerFactory.getLogger(GroupSync.class);

  private final Database database;
  private final SlackCalls slack;

  GroupSync(Database database, SlackCalls slack) {
    this.database = database;
    this.slack = slack;
  }

  /** A group that Slack does not have, or has switched off, has nobody in it. */
  void sync(Set<String> handles) throws SlackFault {
    if (handles.isEmpty()) {
      return;
    }
    List<Usergroup> all =
        slack
            .call(methods -> methods.usergroupsList(r -> r.includeUsers(true)), Set.of())
            .getUsergroups();
    for (String handle : handles) {
      List<PersonId> members =
          all.stream()
              .filter(group -> handle.equals(group.getHandle().toLowerCase(Locale.ROOT)))
              .filter(group -> group.getUsers() != null)
              .flatMap(group -> group.getUsers().stream())
              .map(PersonId::new)
              .toList();
      if (members.isEmpty()) {
        LOG.warn("the user group @{} of the policy has nobody in it", handle);
      }
      database.query(tx -> {
        new UserGroups(tx).store(handle, members);
        return true;
      });
    }
  }
}
