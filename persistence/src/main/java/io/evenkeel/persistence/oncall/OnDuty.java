package io.evenkeel.persistence.oncall;

import io.evenkeel.incident.Person;
import io.evenkeel.oncall.Directory;
import io.evenkeel.oncall.Shift;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call on one layer, as Slack knows them.
 *
 * @param person null for a gap, and for somebody who cannot be told
 * @param standing why they cannot be told; {@code HERE} for a gap
 */
public record OnDuty(Shift shift, @Nullable Person person, Directory.Standing standing) {

  /** Somebody is planned and Slack knows nobody active by that name. */
  public boolean cannotBeTold() {
    return standing != Directory.Standing.HERE;
  }
}
