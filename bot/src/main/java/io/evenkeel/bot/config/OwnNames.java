package io.evenkeel.bot.config;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of a list's items. Two things under one name would be told apart by their order alone.
 */
final class OwnNames {
  private final Set<String> taken = new HashSet<>();

  /** A fault for each of them that another item has. */
  void of(YamlKey item, String name, List<String> aliases) {
    Set<String> own = new HashSet<>(List.of(bare(name)));
    aliases.forEach(alias -> own.add(bare(alias)));
    own.remove("");
    for (String written : own) {
      if (!taken.add(written)) {
        item.fault("is called \"" + written + "\" as another one is", "Give each its own names");
      }
    }
  }

  private static String bare(String name) {
    return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }
}
