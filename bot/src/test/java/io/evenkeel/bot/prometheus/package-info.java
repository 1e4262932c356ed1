/** What Prometheus answers, and what anything else at its address may answer. No bot runs here. */
@NullMarked
package io.evenkeel.bot.prometheus;

import org.jspecify.annotations.NullMarked;
