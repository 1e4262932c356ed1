/**
 * Measures: commands a second beside what plain JDBC reaches with the same SQL, and how long an
 * acknowledgement takes. Nothing here asserts.
 */
@NullMarked
package io.evenkeel.chaos.bench;

import org.jspecify.annotations.NullMarked;
