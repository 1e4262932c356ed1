/** Who is on call by file, calendars and overrides together. */
@NullMarked
package io.evenkeel.persistence.oncall;

import org.jspecify.annotations.NullMarked;
