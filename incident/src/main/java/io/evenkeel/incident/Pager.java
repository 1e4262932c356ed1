package io.evenkeel.incident;

import io.evenkeel.paging.Escalation;
import io.evenkeel.paging.Whom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is who where pages go: what the installation has settled, and who is on call. */
public interface Pager {

  /**
   * Somebody to be asked.
   *
   * @param why "primary of payments"
   * @param week how often they were interrupted in the last seven days
   */
  record Called(Person person, String why, int week) {}

  /** The ladder for what was asked; empty where no policy and no schedule has that name. */
  Optional<Escalation> plan(Page.Asked asked);

  /** The policy for incidents of that severity. */
  Optional<Escalation> usual(Severity severity);

  /** Everybody whom that means then; empty where that is nobody. */
  List<Called> called(Whom whom, Instant now);

  /** What can be paged by name, policies first. */
  List<String> names();

  /** Nothing is settled: people alone can be paged. */
  Pager NONE =
      new Pager() {
        @Override
        public Optional<Escalation> plan(Page.Asked asked) {
          return Optional.empty();
        }

        @Override
        public Optional<Escalation> usual(Severity severity) {
          return Optional.empty();
        }

        @Override
        public List<Called> called(Whom whom, Instant now) {
          return List.of();
        }

        @Override
        public List<String> names() {
          return List.of();
        }
      };
}
