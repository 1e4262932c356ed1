package io.evenkeel.bot.config;

import io.evenkeel.blameless.Level;
import io.evenkeel.blameless.Rule;
import io.evenkeel.blameless.Settings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part {@code blameless:} of the file: how loudly each rule speaks of a postmortem's words, and
 * which words are fine here. What is not named is as the rule itself says.
 *
 * <pre>
 * blameless:
 *   levels:
 *     human-error: error
 *     hindsight: "off"
 *   allow: [operator error budget]
 * </pre>
 */
final class BlamelessKeys {
  private BlamelessKeys() {}

  static Settings read(YamlKey key) {
    key.only("levels", "allow");
    Map<Rule, Level> levels = new EnumMap<>(Rule.class);
    for (YamlKey named : key.at("levels").entries()) {
      Optional<Rule> rule = Rule.of(named.name());
      if (rule.isEmpty()) {
        named.fault("is no rule", "Rules are: " + String.join(", ", Rule.ids()));
        continue;
      }
      String word = named.required("off, note, warning or error");
      // A plain off is "false" to YAML.
      Optional<Level> level = Level.of(word.equals("false") ? "off" : word);
      if (level.isEmpty() && !word.isEmpty()) {
        named.fault("is \"" + word + "\"", "Write off, note, warning or error");
      }
      level.ifPresent(set -> levels.put(rule.get(), set));
    }
    return new Settings(levels, key.at("allow").texts());
  }
}
