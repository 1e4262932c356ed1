/**
 * People in a text and the roles that stand for them, for readers inside and outside. No opinion on
 * what is said about them, no directory of people and no I/O live here.
 */
@NullMarked
package io.evenkeel.people;

import org.jspecify.annotations.NullMarked;
