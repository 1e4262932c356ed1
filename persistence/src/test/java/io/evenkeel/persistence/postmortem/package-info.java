/** Tests of postmortems and their revisions, on a real Postgres with the real migrations. */
@NullMarked
package io.evenkeel.persistence.postmortem;

import org.jspecify.annotations.NullMarked;
