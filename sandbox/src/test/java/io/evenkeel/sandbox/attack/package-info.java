/**
 * Attacks on a whole bot over real HTTP, each refused: one class for each family, one table of all.
 * What only a part of the house can show is tested beside that part.
 */
@NullMarked
package io.evenkeel.sandbox.attack;

import org.jspecify.annotations.NullMarked;
