/**
 * The way to Postgres: connections, and transactions that say truthfully how they ended. The SQL of
 * each feature lives in the packages below; no rule of incident command lives in any of them.
 */
@NullMarked
package io.evenkeel.persistence;

import org.jspecify.annotations.NullMarked;
