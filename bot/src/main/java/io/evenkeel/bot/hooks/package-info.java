/**
 * What others' systems send when something is wrong, read into {@link io.evenkeel.alert.Arrival}s:
 * five formats, who may send them, and how much of each is kept. Nothing here knows HTTP paths,
 * SQL, Slack or what an alert leads to.
 */
@NullMarked
package io.evenkeel.bot.hooks;

import org.jspecify.annotations.NullMarked;
