package io.evenkeel.chaos;

import io.evenkeel.chaos.schedule.Profile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the random schedules: {@code -Dchaos.profile=kills,replicas,away,storm} names some of them,
 * without it replicas, then kills: the others are among the long tests. Ends with 1 when a promise
 * was broken.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String named = System.getProperty("chaos.profile", "");
    List<Profile> profiles =
        named.isBlank()
            ? List.of(Profile.REPLICAS, Profile.KILLS)
            : Arrays.stream(named.split(",")).map(Profile::named).toList();
    boolean kept = true;
    for (Profile profile : profiles) {
      kept &= profile.run(out);
    }
    System.exit(kept ? 0 : 1);
  }
}
