/**
 * How bytes and texts are hashed. What a hash is for and how it is written is said where it is
 * asked for; no secrets, no keys and no signatures live here.
 */
@NullMarked
package io.evenkeel.hash;

import org.jspecify.annotations.NullMarked;
