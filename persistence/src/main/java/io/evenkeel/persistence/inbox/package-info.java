/**
 * What arrived, by key, and what was answered: a repeat is answered as before and changes nothing.
 * How a key is made belongs to whoever receives the request.
 */
@NullMarked
package io.evenkeel.persistence.inbox;

import org.jspecify.annotations.NullMarked;
