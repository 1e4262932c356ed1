package io.evenkeel.grammar;

import io.evenkeel.grammar.Utterance.Asked;
import java.util.Locale;

/** {@code service api}, {@code service list}, {@code service readiness}. */
final class ServiceSentence {
  private ServiceSentence() {}

  static Utterance read(Said said) {
    String typed = Limit.SERVICE.fit(said.text(said.free()));
    if (Limit.SERVICE.over(typed)) {
      said.fail(Limit.SERVICE.words(typed));
    }
    Asked.Services.Aspect aspect =
        switch (typed.toLowerCase(Locale.ROOT)) {
          case "", "list", "ls", "all" -> Asked.Services.Aspect.LIST;
          case "readiness", "ready" -> Asked.Services.Aspect.READINESS;
          default -> Asked.Services.Aspect.ONE;
        };
    // A service may be called as one of the words: in quotes, or behind --service, it is meant.
    boolean named = said.has(Flag.SERVICE);
    String name = named ? said.text(said.flag(Flag.SERVICE).orElseThrow()) : typed;
    if (named) {
      said.nothingLeft();
    }
    return said.question(new Asked.Services(named ? Asked.Services.Aspect.ONE : aspect, name));
  }
}
