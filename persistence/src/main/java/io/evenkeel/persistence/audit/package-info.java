/**
 * What Evenkeel did by itself to things that people see, in a hash chain of its own. Nothing is
 * decided here, and nothing here is ever changed.
 */
@NullMarked
package io.evenkeel.persistence.audit;

import org.jspecify.annotations.NullMarked;
