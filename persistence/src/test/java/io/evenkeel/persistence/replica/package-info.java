/** The rows of the processes, on a real Postgres. */
@NullMarked
package io.evenkeel.persistence.replica;

import org.jspecify.annotations.NullMarked;
