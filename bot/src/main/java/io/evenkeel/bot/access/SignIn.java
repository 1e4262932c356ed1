package io.evenkeel.bot.access;

import io.evenkeel.incident.Person;
import io.evenkeel.persistence.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in to the pages with Slack: members of this workspace come in, nobody else. */
public final class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);
  private static final int LONGEST_CODE = 500;

  private final SlackIdentity slack;
  private final Supplier<Optional<Team>> team;
  private final Visits visits;

  private SignIn(SlackIdentity slack, Supplier<Optional<Team>> team, Visits visits) {
    this.slack = slack;
    this.team = team;
    this.visits = visits;
  }

  /**
   * @param clientId of the Slack app, as its page "Basic Information" has it
   * @param api where Slack's Web API is, with a slash at the end
   * @param back where Slack sends the browser back to
   */
  public static SignIn with(
      String clientId,
      String clientSecret,
      URI api,
      URI back,
      Supplier<Optional<Team>> team,
      Visits visits) {
    return new SignIn(
        new SlackIdentity(new SlackIdentity.App(clientId, clientSecret, api, back)), team, visits);
  }

  public Visits visits() {
    return visits;
  }

  /** Where to send the browser that keeps the attempt. */
  public URI authorize(Attempt attempt) {
    return slack.authorize(attempt, team.get().map(Team::id).orElse(null));
  }

  /** How a try ended. */
  public sealed interface Ended {
    /**
     * @param secret for the browser alone
     */
    record In(Person person, String secret) implements Ended {
      @Override
      public String toString() {
        return "In[" + person.id() + "]";
      }
    }

    /** With what to do next. */
    record Out(int status, String words) implements Ended {}
  }

  /**
   * What Slack sent the browser back with.
   *
   * @param attempt what the browser kept; null when it kept none
   * @param error such as {@code access_denied}
   * @param from the address, for the audit
   */
  public record Back(
      @Nullable Attempt attempt,
      @Nullable String state,
      @Nullable String code,
      @Nullable String error,
      String from) {}

  /** Believes it or not. Never throws for anything that was sent. */
  public Ended finish(Back back, Instant now) {
    Attempt attempt = back.attempt();
    String state = back.state();
    if (attempt == null || state == null || !attempt.is(state)) {
      return new Ended.Out(
          400, "This sign-in was not begun in this browser, or too long ago. Sign in again.");
    }
    String code = back.code();
    if (back.error() != null || code == null || code.isBlank() || code.length() > LONGEST_CODE) {
      return new Ended.Out(403, "You are not signed in: Slack was not allowed to say who you are.");
    }
    try {
      return admitted(slack.identify(attempt, code, now), back.from(), now);
    } catch (SlackIdentity.Unproved e) {
      log.warn("A sign-in from {} was refused: {}", back.from(), e.getMessage());
      return new Ended.Out(403, "Slack did not confirm who you are. Sign in again.");
    } catch (IOException e) {
      log.warn("Slack did not answer at a sign-in: {}", e.getMessage());
      return new Ended.Out(503, "Slack does not answer right now. Try again in a minute.");
    } catch (Unavailable e) {
      log.warn("The database did not answer at a sign-in", e);
      return new Ended.Out(
          503, "The database does not answer right now. Try again in a few seconds.");
    }
  }

  private Ended admitted(SlackIdentity.Known known, String from, Instant now) {
    Optional<Team> own = team.get();
    if (own.isEmpty()) {
      return new Ended.Out(503, "Slack does not answer right now. Try again in a minute.");
    }
    boolean ours =
        known.team().equals(own.get().id())
            || (known.enterprise() != null && known.enterprise().equals(own.get().enterprise()));
    Optional<Person> member = ours ? visits.member(known.person()) : Optional.empty();
    if (member.isEmpty()) {
      log.warn("{} of {} may not sign in: not of this workspace", known.person(), known.team());
      return new Ended.Out(
          403,
          "These pages are for members of another Slack workspace. Sign in with your account"
              + " there.");
    }
    if (visits.guest(known.person())) {
      log.warn("{} may not sign in: a guest of the workspace", known.person());
      return new Ended.Out(
          403,
          "These pages are for members of the workspace, and you are a guest there. Ask a member"
              + " for a postmortem as a file.");
    }
    return new Ended.In(member.get(), visits.begin(member.get().id(), from, now));
  }
}
