/**
 * When services are worked on, as people planned. What of it counts is worked out by the rules,
 * never by SQL.
 */
@NullMarked
package io.evenkeel.persistence.maintenance;

import org.jspecify.annotations.NullMarked;
