/** Tests of what stands beside an incident, on a real Postgres with the real migrations. */
@NullMarked
package io.evenkeel.persistence.board;

import org.jspecify.annotations.NullMarked;
