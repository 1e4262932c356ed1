package io.evenkeel.persistence.delivery;

import io.evenkeel.persistence.TestDatabase;

/** Open incidents that streams may belong to: the tables hold no stream without one. */
final class SomeIncidents {
  private SomeIncidents() {}

  /** The incidents 1 to this many; none may be there yet. */
  static void in(TestDatabase test, int count) {
    test.asSuperuser(
        "insert into incident (number, title, severity, status, mode, visibility, declared_by,"
            + " declared_by_name, recorded_at) select n, 'api', 'SEV-1', 'investigating', 'live',"
            + " 'public', 'U1', 'alice', now() from generate_series(1, %d) n".formatted(count));
  }
}
