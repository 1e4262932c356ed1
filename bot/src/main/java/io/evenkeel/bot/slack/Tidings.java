package io.evenkeel.bot.slack;

import com.slack.api.model.User;
import io.evenkeel.bot.desk.Archivings;
import java.util.function.Consumer;

/**
 * Who takes what Slack tells of the workspace itself.
 *
 * @param changed somebody's name, zone or account is another
 * @param refused Slack takes our token no more; with its word for it
 */
public record Tidings(Archivings archivings, Consumer<User> changed, Consumer<String> refused) {}
