package io.evenkeel.bot.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import io.evenkeel.bot.view.PaperModal;
import io.evenkeel.bot.view.PreviewModal;
import io.evenkeel.bot.view.Writing;
import io.evenkeel.grammar.Utterance;
import java.util.Optional;

/** Something was chosen in a form that changes the form: it stays open, and its fields follow. */
final class FormChanges {
  private final Conversation conversation;
  private final Drafting drafting;
  private final Afterwards afterwards;

  FormChanges(Conversation conversation, Drafting drafting, Afterwards afterwards) {
    this.conversation = conversation;
    this.drafting = drafting;
    this.afterwards = afterwards;
  }

  /** A template, a promise, or the way back from the preview. */
  Response pick(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    View view = payload.getView();
    var writing =
        view == null || view.getPrivateMetadata() == null
            ? Optional.<Writing>empty()
            : Writing.parse(view.getPrivateMetadata());
    if (view == null || writing.isEmpty()) {
      return Response.ok();
    }
    String action = payload.getActions().getFirst().getActionId();
    Spoken spoken = Presses.spoken(payload, context, action);
    var values = new FormValues(view);
    afterwards.change(
        view.getId(),
        spoken,
        () ->
            action.equals(PreviewModal.CHANGE)
                ? drafting.changed(spoken, writing.get())
                : drafting.turned(spoken, writing.get(), values));
    return Response.ok();
  }

  /** Another section of a postmortem was chosen. */
  Response section(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    View view = payload.getView();
    var chosen = payload.getActions().getFirst().getSelectedOption();
    if (view != null && view.getPrivateMetadata() != null && chosen != null) {
      Spoken spoken = Presses.spoken(payload, context, "section");
      PaperModal.About.parse(view.getPrivateMetadata())
          .ifPresent(about ->
              afterwards.change(
                  view.getId(),
                  spoken,
                  () ->
                      conversation
                          .forms()
                          .paper(
                              spoken,
                              about.incident(),
                              Utterance.Asked.Paper.What.EDIT,
                              chosen.getValue())));
    }
    return Response.ok();
  }
}
