package io.evenkeel.persistence.access;

import io.evenkeel.incident.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of the API, without its secret. Times are UTC at microseconds.
 *
 * @param name unique for good: it stands in timelines
 * @param scopes what it opens, as words
 * @param person the only one it speaks for unless its scopes say more; null for nobody
 * @param lastUsedAt to the minute; null while it was not
 * @param revokedAt null while it was not
 */
public record ApiToken(
    String name,
    List<String> scopes,
    @Nullable Person person,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {
  public ApiToken {
    scopes = List.copyOf(scopes);
  }
}
