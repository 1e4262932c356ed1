package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** Words below what matters, which Slack shows small and grey (a context block). */
final class SmallPrint {
  private SmallPrint() {}

  /**
   * @param mrkdwn with what people wrote made literal: {@link Mrkdwn}
   */
  static LayoutBlock of(String mrkdwn) {
    return ContextBlock.builder().elements(List.of(markdownText(mrkdwn))).build();
  }
}
