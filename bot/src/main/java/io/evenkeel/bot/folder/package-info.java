/**
 * Postmortems as files in a folder of a team's own, ready for git. What they say comes from
 * elsewhere: no database, no template, no Slack here.
 */
@NullMarked
package io.evenkeel.bot.folder;

import org.jspecify.annotations.NullMarked;
