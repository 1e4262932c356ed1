package io.evenkeel.grammar;

import org.jspecify.annotations.Nullable;

/** Which schedule, and which of its layers; null for what was not said. */
record RotaNames(@Nullable String schedule, @Nullable String layer) {
  static RotaNames of(Said said, Span words) {
    String layer = said.flag(Flag.LAYER).map(said::text).map(RotaNames::bare).orElse(null);
    if (words.empty()) {
      said.remain(words);
      return new RotaNames(null, layer);
    }
    boolean two = words.words().size() > 1 && layer == null;
    said.remain(words.from(two ? 2 : 1));
    said.nothingLeft();
    return new RotaNames(
        bare(said.text(words.until(1))), two ? bare(said.text(words.from(1).until(1))) : layer);
  }

  /** One schedule's name, or none. */
  static @Nullable String schedule(Said said, Span words) {
    if (words.empty()) {
      return null;
    }
    said.remain(words.from(1));
    said.nothingLeft();
    return bare(said.text(words.until(1)));
  }

  private static String bare(String typed) {
    return Faults.echo(typed.replaceFirst("^[#@]", ""));
  }
}
