/** Tests on a real Postgres of what is kept of incidents. The rules have tests of their own. */
@NullMarked
package io.evenkeel.persistence.incident;

import org.jspecify.annotations.NullMarked;
