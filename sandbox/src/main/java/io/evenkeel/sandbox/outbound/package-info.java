/**
 * What Slack sends to the bot: signed slash commands, interactions and events, each with every
 * field that Slack documents. Who did something and whether they may must not be here.
 */
@NullMarked
package io.evenkeel.sandbox.outbound;

import org.jspecify.annotations.NullMarked;
