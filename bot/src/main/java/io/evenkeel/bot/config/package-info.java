/**
 * The environment and the YAML file as typed values, or every fault in them at once. No default of
 * another room, no connection and no Slack call lives here.
 */
@NullMarked
package io.evenkeel.bot.config;

import org.jspecify.annotations.NullMarked;
