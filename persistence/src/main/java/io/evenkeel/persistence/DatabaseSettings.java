package io.evenkeel.persistence;

/**
 * Where Postgres is and who we are there.
 *
 * @param url {@code jdbc:postgresql://host:5432/db} or {@code postgres://user:password@host/db};
 *     several hosts, separated by commas, are tried for the primary
 * @param user empty: taken from the URL
 * @param password empty: taken from the URL
 * @param poolSize connections for commands; {@link #REST} more serve everything else
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {
  /** How many connections serve reads and the relay. */
  public static final int REST = 8;

  /**
   * @throws IllegalArgumentException when the URL is neither form, or the pool holds no connection
   */
  public DatabaseSettings {
    DatabaseUrl.parse(url);
    if (poolSize < 1) {
      throw new IllegalArgumentException(
          "DATABASE_POOL_SIZE is " + poolSize + ": at least 1 connection is needed");
    }
  }

  /** Without the password, also where the URL holds one. */
  @Override
  public String toString() {
    return DatabaseUrl.parse(url).jdbc().replaceFirst("\\?.*", "") + " as " + login().user();
  }

  DatabaseUrl login() {
    DatabaseUrl parsed = DatabaseUrl.parse(url);
    return new DatabaseUrl(
        parsed.jdbc(),
        user.isEmpty() ? parsed.user() : user,
        password.isEmpty() ? parsed.password() : password);
  }
}
