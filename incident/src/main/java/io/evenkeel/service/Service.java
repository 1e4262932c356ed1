package io.evenkeel.service;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that people run and others rely on.
 *
 * @param name as everybody calls it, such as {@code api}
 * @param tier the lower, the more stops without it; {@link #UNSAID} while nobody has said
 * @param owner a team's name, or {@code @group}; null while nobody owns it
 * @param channel where its team is, without #; null when it has none
 * @param policy the paging policy or schedule by which its people are paged; null for none
 * @param dependencies names of the services that it needs
 * @param runbooks names of the runbooks that are for it
 * @param objectives names of its objectives, besides those that name the service themselves
 * @param rto how long it may be away; null when nobody has said
 * @param rpo of how much time its data may be lost; null when nobody has said
 * @param tested the day on which its recovery was tested last; null for never
 * @param aliases other names that people and alerts use
 */
public record Service(
    String name,
    int tier,
    @Nullable String owner,
    @Nullable String channel,
    @Nullable String policy,
    List<String> dependencies,
    List<String> runbooks,
    List<String> objectives,
    @Nullable Duration rto,
    @Nullable Duration rpo,
    @Nullable LocalDate tested,
    Set<String> aliases) {
  /** Nobody has said which tier. */
  public static final int UNSAID = -1;

  public Service {
    dependencies = List.copyOf(dependencies);
    runbooks = List.copyOf(runbooks);
    objectives = List.copyOf(objectives);
    aliases = Set.copyOf(aliases);
  }
}
