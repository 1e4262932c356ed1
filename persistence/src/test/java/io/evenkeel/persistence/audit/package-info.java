/** The audit on a real Postgres. Nothing here knows what is audited. */
@NullMarked
package io.evenkeel.persistence.audit;

import org.jspecify.annotations.NullMarked;
