/**
 * What stands beside an incident, one class for each table, and what of it is due. No rule lives
 * here: rows go in and out as the rules made them.
 */
@NullMarked
package io.evenkeel.persistence.board;

import org.jspecify.annotations.NullMarked;
