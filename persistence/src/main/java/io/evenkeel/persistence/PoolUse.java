package io.evenkeel.persistence;

import com.zaxxer.hikari.HikariDataSource;

/**
 * How many connections of a pool are used.
 *
 * @param pool {@code commands} or {@code rest}
 * @param active in use
 * @param idle ready to be used
 * @param limit how many there may be
 * @param waiting how many callers wait for one
 */
public record PoolUse(String pool, int active, int idle, int limit, int waiting) {
  static PoolUse of(HikariDataSource pool) {
    var use = pool.getHikariPoolMXBean();
    return new PoolUse(
        pool.getPoolName(),
        use.getActiveConnections(),
        use.getIdleConnections(),
        pool.getMaximumPoolSize(),
        use.getThreadsAwaitingConnection());
  }
}
