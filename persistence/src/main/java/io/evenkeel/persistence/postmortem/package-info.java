/**
 * Postmortems: who finishes them, and every text they had. What a text means is decided by {@code
 * io.evenkeel.postmortem.revision}, and nothing here renders one.
 */
@NullMarked
package io.evenkeel.persistence.postmortem;

import org.jspecify.annotations.NullMarked;
