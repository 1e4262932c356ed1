/**
 * The queue of what must still be done in Slack: effects in their streams, the leases under which a
 * relay works on them, what Slack has made of them, and the gate that keeps its rates. Nothing here
 * calls Slack or knows how a message looks.
 */
@NullMarked
package io.evenkeel.persistence.delivery;

import org.jspecify.annotations.NullMarked;
