package io.evenkeel.bot.delivery;

import com.slack.api.Slack;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which workspace this is, asked of Slack when it is first needed and kept. */
public final class OwnTeam {
  private static final Logger log = LoggerFactory.getLogger(OwnTeam.class);

  private final SlackCalls slack;
  private volatile @Nullable Ids known;

  /**
   * @param enterprise null for a workspace of its own
   */
  public record Ids(String team, @Nullable String enterprise) {}

  /**
   * @param slack made by {@link SlackLibrary}
   * @param token the bot's token
   */
  public OwnTeam(Slack slack, String token) {
    this.slack = new SlackCalls(slack, token);
  }

  /** Empty while Slack does not say; blocks until it has or has not. */
  public Optional<Ids> ids() {
    Ids before = known;
    if (before == null) {
      try {
        AuthTestResponse own = slack.call(methods -> methods.authTest(r -> r), Set.of());
        before = new Ids(own.getTeamId(), own.getEnterpriseId());
        known = before;
      } catch (SlackFault e) {
        log.warn("Slack does not say which workspace this is: {}", e.fault());
      }
    }
    return Optional.ofNullable(before);
  }
}
