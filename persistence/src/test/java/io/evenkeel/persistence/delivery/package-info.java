/** The queue of effects on a real Postgres. Nothing here calls Slack. */
@NullMarked
package io.evenkeel.persistence.delivery;

import org.jspecify.annotations.NullMarked;
