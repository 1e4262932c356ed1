package io.evenkeel.sandbox.api;

import io.evenkeel.sandbox.workspace.Json;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code usergroups.list}: one group, {@code @sre-leads}, with those of its people who are here.
 */
final class UserGroups {
  private static final List<String> LEADS = List.of("charlie", "dana");

  List<Served> methods() {
    return List.of(
        Served.read("usergroups.list", 20, List.of("usergroups:read"), UserGroups::list));
  }

  private static ObjectNode list(Call call) {
    List<String> members =
        call.workspace().people().all().stream()
            .filter(person -> LEADS.contains(person.name()))
            .map(Person::id)
            .toList();
    ObjectNode group =
        Json.object()
            .put("id", "S0LEADS")
            .put("team_id", Workspace.TEAM)
            .put("is_usergroup", true)
            .put("is_subteam", true)
            .put("name", "SRE leads")
            .put("description", "Who leads when it is bad")
            .put("handle", "sre-leads")
            .put("is_external", false)
            .put("date_create", 1735689600)
            .put("date_update", 1735689600)
            .put("date_delete", 0)
            .put("auto_provision", false)
            .put("enterprise_subteam_id", "")
            .put("created_by", "USLACKBOT")
            .put("updated_by", "USLACKBOT")
            .put("user_count", members.size());
    group.putNull("auto_type").putNull("deleted_by");
    group.set("prefs", Json.of(Map.of("channels", List.of(), "groups", List.of())));
    if (call.args().flag("include_users")) {
      group.set("users", Json.of(members));
    }
    ArrayNode groups = Json.array();
    groups.add(group);
    return Json.object().set("usergroups", groups);
  }
}
