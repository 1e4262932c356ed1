/**
 * Whom a page goes to, in which order, how long each has, and how it stands. It reads no clock,
 * knows no incident and sends nothing.
 */
@NullMarked
package io.evenkeel.paging;

import org.jspecify.annotations.NullMarked;
