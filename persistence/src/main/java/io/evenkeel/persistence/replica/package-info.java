/** Which processes of the bot are alive, as the database knows them. No rule of an incident. */
@NullMarked
package io.evenkeel.persistence.replica;

import org.jspecify.annotations.NullMarked;
