package io.evenkeel.bot;

import io.evenkeel.bot.cli.Works;
import java.time.InstantSource;

/** What the command line sets in motion, as Main wires it, for tests of the command line. */
public final class RealWorks {
  private RealWorks() {}

  public static Works at(InstantSource clock) {
    return new Operations(clock, Main::start);
  }
}
