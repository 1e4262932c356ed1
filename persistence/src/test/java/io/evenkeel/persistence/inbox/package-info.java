/**
 * Tests on a real Postgres of what is claimed and answered. How keys are made is tested where
 * requests arrive.
 */
@NullMarked
package io.evenkeel.persistence.inbox;

import org.jspecify.annotations.NullMarked;
