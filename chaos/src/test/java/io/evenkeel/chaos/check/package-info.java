/**
 * The checker is shown what it must find: each kind of broken promise is planted once. Faults of
 * processes and servers are not here.
 */
@NullMarked
package io.evenkeel.chaos.check;

import org.jspecify.annotations.NullMarked;
