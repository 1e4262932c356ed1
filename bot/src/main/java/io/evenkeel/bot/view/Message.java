package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message for Slack.
 *
 * @param text escaped mrkdwn for notifications and screen readers, at most 3,900 characters
 * @param blocks what is seen; at most 50
 */
public record Message(String text, List<LayoutBlock> blocks) {
  public Message {
    blocks = List.copyOf(blocks);
  }
}
