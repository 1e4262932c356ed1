/** Tests on a real Postgres of who is known. Slack is not called. */
@NullMarked
package io.evenkeel.persistence.people;

import org.jspecify.annotations.NullMarked;
