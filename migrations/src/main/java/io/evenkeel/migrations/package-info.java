/** The schema as Flyway SQL and the little that runs it. No queries of the bot live here. */
@NullMarked
package io.evenkeel.migrations;

import org.jspecify.annotations.NullMarked;
