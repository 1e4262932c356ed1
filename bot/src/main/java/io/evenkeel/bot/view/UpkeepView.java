package io.evenkeel.bot.view;

import com.slack.api.model.block.LayoutBlock;
import io.evenkeel.incident.Prose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which services are worked on as planned, beside what was asked for. */
public final class UpkeepView {
  private UpkeepView() {}

  /**
   * @param worked null while none is
   */
  public static Message under(Message message, @Nullable Prose worked) {
    if (worked == null) {
      return message;
    }
    List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
    blocks.addAll(AnswerView.sections(worked));
    return new Message(message.text(), blocks);
  }

  /** Above the Home tab, with what else is said there; null where nothing is. */
  public static @Nullable Message notice(@Nullable Message notice, @Nullable Prose worked) {
    if (worked == null) {
      return notice;
    }
    return notice == null
        ? new Message(Mrkdwn.of(worked), AnswerView.sections(worked))
        : under(notice, worked);
  }
}
