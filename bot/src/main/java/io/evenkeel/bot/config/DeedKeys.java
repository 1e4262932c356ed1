package io.evenkeel.bot.config;

import io.evenkeel.response.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule does, under its {@code do:}.
 *
 * @param schedules that can be named
 * @param policies that can be paged
 * @param webhooks that can be told
 */
record DeedKeys(Set<String> schedules, Set<String> policies, Set<String> webhooks) {
  private static final String CHANNEL = "#?[a-z0-9_-]{1,80}";
  private static final int LONGEST_TASK = 200;

  void read(YamlKey key, List<Deed> all) {
    key.only("page", "invite", "announce", "checklist", "webhook");
    for (YamlKey one : key.at("page").listed()) {
      who(one, true).ifPresent(whom -> all.add(new Deed.Page(whom, true)));
    }
    for (YamlKey one : key.at("invite").listed()) {
      who(one, false).ifPresent(whom -> all.add(new Deed.Invite(whom)));
    }
    for (YamlKey one : key.at("announce").listed()) {
      one.matching(CHANNEL, "a channel's name such as status")
          .ifPresent(name -> all.add(new Deed.Announce(name.replace("#", ""))));
    }
    for (YamlKey one : key.at("webhook").listed()) {
      webhook(one).ifPresent(all::add);
    }
    var tasks = new ArrayList<String>();
    for (YamlKey one : key.at("checklist").listed()) {
      String task = one.required("what is to be done, in a few words");
      if (task.length() > LONGEST_TASK) {
        one.fault("is too long", "Write up to " + LONGEST_TASK + " characters");
      }
      tasks.add(task);
    }
    if (!tasks.isEmpty()) {
      all.add(new Deed.Checklist(tasks));
    }
  }

  private Optional<Deed> webhook(YamlKey key) {
    String name = key.required("the name of a webhook under paging: outlets:");
    boolean known = webhooks.contains(name);
    if (!known && !name.isEmpty()) {
      key.fault(
          "is \"" + name + "\", which is no webhook",
          "Add it under paging: outlets: with kind: webhook; a pager is rung by a policy's step");
    }
    return known ? Optional.of(new Deed.Webhook(name)) : Optional.empty();
  }

  /** Names of people and groups are Slack's: only those of the file can be looked up here. */
  private Optional<String> who(YamlKey key, boolean policy) {
    String name = key.required("who, such as payments or \"@dana\"");
    String bare = name.toLowerCase(Locale.ROOT);
    boolean known =
        name.startsWith("@") || schedules.contains(bare) || (policy && policies.contains(bare));
    if (!known && !name.isEmpty()) {
      key.fault(
          "is \"" + name + "\", which is no " + (policy ? "policy and no schedule" : "schedule"),
          "Add it under "
              + (policy ? "paging: policies: or oncall:" : "oncall:")
              + ", or write \"@"
              + name
              + "\" for a person or group");
    }
    return known ? Optional.of(name.startsWith("@") ? name : bare) : Optional.empty();
  }
}
