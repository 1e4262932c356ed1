package io.evenkeel.persistence;

/**
 * Where Postgres is and who we are there.
 *
 * @param url {@code jdbc:postgresql://host:5432/db}; several hosts, separated by commas, are tried
 *     for the primary
 * @param user empty: as the URL or the driver says
 * @param password empty: as the URL or the driver says
 * @param poolSize connections for commands; {@link #REST} more serve everything else
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {
  /** How many connections serve reads and the relay. */
  public static final int REST = 8;

  private static final String JDBC = "jdbc:postgresql://";

  /**
   * @throws IllegalArgumentException when the URL is not JDBC's for Postgres, or the pool holds no
   *     connection
   */
  public DatabaseSettings {
    if (!url.startsWith(JDBC)) {
      throw new IllegalArgumentException("a database's URL begins with " + JDBC);
    }
    if (poolSize < 1) {
      throw new IllegalArgumentException("a pool of " + poolSize + " holds no connection");
    }
  }

  /** Without the password, also where the URL holds one. */
  @Override
  public String toString() {
    return url.replaceFirst("\\?.*", "") + " as " + user;
  }

  /** The primary among them is wanted. */
  boolean severalHosts() {
    return url.substring(JDBC.length()).replaceFirst("[/?].*", "").contains(",");
  }
}
