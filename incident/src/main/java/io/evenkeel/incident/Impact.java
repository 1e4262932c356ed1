package io.evenkeel.incident;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was asked an incident made fail, as somebody said it; the newest counts.
 *
 * @param share from 0 to 1
 * @param since from when on, UTC; null for since it was detected
 * @param saidAt UTC at microseconds
 */
public record Impact(BigDecimal share, @Nullable Instant since, Person saidBy, Instant saidAt)
    implements Kept {}
