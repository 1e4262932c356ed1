package io.evenkeel.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.bot.delivery.Rates;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bot asks no more often than Slack lets it. */
final class RatesTest {
  private static final Set<String> NEVER_CALLED =
      Set.of("conversations.rename", "bookmarks.edit", "bookmarks.remove");

  @Test
  void noMethodIsCalledMoreOftenThanSlackAllows() {
    List<Served> limited =
        Stream.of(
                new People(() -> "").methods(),
                new ChannelReads().methods(),
                new ChannelWrites().methods(),
                new Membership().methods(),
                new UserGroups().methods(),
                new Bookmarks().methods(),
                new Uploads(() -> "").methods())
            .flatMap(List::stream)
            .filter(method -> method.perMinute() > 0 && !NEVER_CALLED.contains(method.name()))
            .toList();

    assertThat(limited)
        .extracting(Served::name)
        .contains("conversations.create", "conversations.unarchive", "usergroups.list");
    assertThat(limited)
        .allSatisfy(method ->
            assertThat(
                    Rates.SLACK
                        .perMinute()
                        .getOrDefault(method.name(), Rates.SLACK.otherPerMinute()))
                .as(method.name())
                .isLessThanOrEqualTo(method.perMinute()));
  }
}
