package io.evenkeel.oncall;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as somebody wrote it, in words, nothing of which is believed yet. What is left out is
 * null. It has layers, or a rota week by week.
 *
 * @param zone an IANA zone such as {@code Europe/Berlin}; left out: UTC, which is said
 */
public record Written(
    String name,
    @Nullable String zone,
    List<Line> layers,
    @Nullable Rota rota,
    List<Cover> overrides) {

  /**
   * A layer.
   *
   * @param name left out: primary, secondary, escalation in this order
   * @param every {@code daily}, {@code weekly}, {@code 12h}, {@code 3 days}, {@code 2 weeks}; left
   *     out: weekly
   * @param handoff local time such as {@code 09:00}, which is what is left out
   * @param starts local date of the first handoff, such as {@code 2026-01-05}
   * @param people in the order of their turns; {@code nobody} for a turn that is left empty
   * @param hours when it is staffed; none for always
   * @param gaps {@code intended} if nobody is meant to be on call outside the hours
   * @param feed the address of a calendar that says who is on call, in the place of turns
   */
  public record Line(
      @Nullable String name,
      @Nullable String every,
      @Nullable String handoff,
      @Nullable String starts,
      List<String> people,
      List<Open> hours,
      @Nullable String gaps,
      @Nullable String feed) {
    /** One whose people take turns. */
    public Line(
        @Nullable String name,
        @Nullable String every,
        @Nullable String handoff,
        @Nullable String starts,
        List<String> people,
        List<Open> hours,
        @Nullable String gaps) {
      this(name, every, handoff, starts, people, hours, gaps, null);
    }

    public Line {
      people = List.copyOf(people);
      hours = List.copyOf(hours);
    }
  }

  /**
   * @param days such as {@code mon-fri}, {@code sat, sun}, {@code weekdays}; left out: every day
   * @param to not later than {@code from} means on the next day; {@code 24:00} is midnight
   */
  public record Open(@Nullable String days, @Nullable String from, @Nullable String to) {}

  /**
   * An override.
   *
   * @param layer left out: the first
   * @param from local time such as {@code 2026-12-24 09:00}, or with an offset
   */
  public record Cover(
      @Nullable String layer, @Nullable String who, @Nullable String from, @Nullable String to) {}

  /**
   * A rota week by week that begins again after its last.
   *
   * @param starts a date in week 1; left out: 2024-01-01, which is said
   * @param handoff local time; left out: 09:00
   * @param begins day of the week; left out: Monday
   * @param weeks the number of each under its key, and a person under the name of each layer
   */
  public record Rota(
      @Nullable String starts,
      @Nullable String handoff,
      @Nullable String begins,
      List<Map<String, String>> weeks) {
    public Rota {
      weeks = List.copyOf(weeks);
    }
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * It can be used.
     *
     * @param advice what was assumed for what was left out
     */
    record Good(Schedule schedule, List<Finding> advice) implements Outcome {
      public Good {
        advice = List.copyOf(advice);
      }
    }

    /**
     * It cannot be used.
     *
     * @param findings at least one: all that is wrong
     */
    record Faulty(List<Finding> findings) implements Outcome {
      public Faulty {
        findings = List.copyOf(findings);
      }
    }
  }

  public Written {
    layers = List.copyOf(layers);
    overrides = List.copyOf(overrides);
  }

  /** Understands it, or says everything that is wrong with it. */
  public Outcome read() {
    return new Reading(this).outcome();
  }
}
