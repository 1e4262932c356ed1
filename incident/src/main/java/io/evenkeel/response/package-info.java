/**
 * What an installation wants to follow by itself from what happens to an incident, as values and
 * rules. Who is meant by a name, and what is done about it, is not decided here.
 */
@NullMarked
package io.evenkeel.response;

import org.jspecify.annotations.NullMarked;
