/**
 * Alerts, which of them belong together, and how much of them timelines have told. What follows
 * from them is decided by the rules; here they are only kept and found again.
 */
@NullMarked
package io.evenkeel.persistence.alert;

import org.jspecify.annotations.NullMarked;
