package io.evenkeel.bot.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.CorrectModal;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.PaperModal;
import io.evenkeel.bot.view.Writing;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.util.Objects;
import java.util.function.Function;

/** Forms that were sent: a fault stands under its field, an answer takes the form's place. */
final class Sendings {
  private static final Message NOT_SHOWN =
      AnswerView.message(
          Answer.unchanged(Prose.of("The preview did not open. Nothing is posted.")));

  private final Submissions submissions;
  private final Drafting drafting;
  private final Patience patience;
  private final Afterwards afterwards;

  Sendings(Submissions submissions, Drafting drafting, Patience patience, Afterwards afterwards) {
    this.submissions = submissions;
    this.drafting = drafting;
    this.patience = patience;
    this.afterwards = afterwards;
  }

  Response declare(ViewSubmissionRequest request, ViewSubmissionContext context) {
    String metadata =
        Objects.requireNonNullElse(request.getPayload().getView().getPrivateMetadata(), "");
    return sent(
        request, context, sent -> submissions.declare(sent.spoken(), metadata, sent.values()));
  }

  /** A text that begins from a template: shown before it is posted. */
  Response written(ViewSubmissionRequest request, ViewSubmissionContext context) {
    Writing writing = writing(request);
    return sent(request, context, sent -> drafting.preview(sent.spoken(), writing, sent.values()));
  }

  Response posted(ViewSubmissionRequest request, ViewSubmissionContext context) {
    Writing writing = writing(request);
    return sent(request, context, sent -> drafting.posted(sent.spoken(), writing));
  }

  Response assign(ViewSubmissionRequest request, ViewSubmissionContext context) {
    IncidentNumber incident = incident(request);
    return sent(
        request, context, sent -> submissions.assign(sent.spoken(), incident, sent.values()));
  }

  Response severity(ViewSubmissionRequest request, ViewSubmissionContext context) {
    IncidentNumber incident = incident(request);
    return sent(
        request, context, sent -> submissions.severity(sent.spoken(), incident, sent.values()));
  }

  Response correct(ViewSubmissionRequest request, ViewSubmissionContext context) {
    String metadata =
        Malformed.required("private_metadata", request.getPayload().getView().getPrivateMetadata());
    var about =
        CorrectModal.About.parse(metadata)
            .orElseThrow(() -> new IllegalArgumentException("no form of ours"));
    return sent(request, context, sent -> submissions.correct(sent.spoken(), about, sent.values()));
  }

  Response resolve(ViewSubmissionRequest request, ViewSubmissionContext context) {
    IncidentNumber incident = incident(request);
    return sent(
        request, context, sent -> submissions.resolve(sent.spoken(), incident, sent.values()));
  }

  Response afterwards(ViewSubmissionRequest request, ViewSubmissionContext context) {
    IncidentNumber incident = incident(request);
    return sent(
        request, context, sent -> submissions.afterwards(sent.spoken(), incident, sent.values()));
  }

  Response section(ViewSubmissionRequest request, ViewSubmissionContext context) {
    String metadata =
        Objects.requireNonNullElse(request.getPayload().getView().getPrivateMetadata(), "");
    PaperModal.About about =
        PaperModal.About.parse(metadata)
            .orElseThrow(() -> new IllegalArgumentException("no form of ours"));
    return sent(request, context, sent -> submissions.section(sent.spoken(), about, sent.values()));
  }

  Response questions(ViewSubmissionRequest request, ViewSubmissionContext context) {
    IncidentNumber incident = incident(request);
    return sent(
        request, context, sent -> submissions.questions(sent.spoken(), incident, sent.values()));
  }

  private record Sent(Spoken spoken, FormValues values) {}

  private Response sent(
      ViewSubmissionRequest request,
      ViewSubmissionContext context,
      Function<Sent, Submitted> work) {
    ViewSubmissionPayload payload = request.getPayload();
    String view = Malformed.required("view id", payload.getView().getId());
    String user = Malformed.required("user", payload.getUser().getId());
    String name = payload.getUser().getUsername();
    var spoken =
        new Spoken(
            InboxKey.view(
                Malformed.required("team", context.getTeamId()),
                view,
                payload.getView().getPrivateMetadata() + payload.getView().getState()),
            new PersonId(user),
            name == null ? user : name,
            null,
            Received.at(context));
    var sent = new Sent(spoken, new FormValues(payload.getView()));
    var back = new Afterwards.Back(null, null, view);
    Submitted submitted =
        patience.answer(
            spoken.ref(),
            _ -> work.apply(sent),
            Submitted.Answered::new,
            late -> late(back, spoken, late));
    if (submitted instanceof Submitted.Answered(var answer) && answer.recorded()) {
      // The form may have been opened from the Home tab, which is still under it.
      afterwards.home(spoken.who(), spoken.ref(), spoken.now());
    }
    return reply(context, submitted);
  }

  private static Response reply(ViewSubmissionContext context, Submitted submitted) {
    return switch (submitted) {
      case Submitted.Faulty(var errors) -> context.ackWithErrors(errors);
      case Submitted.Shown(var view) -> context.ackWithUpdate(view);
      case Submitted.Answered(var answer) ->
          context.ackWithUpdate(AnswerView.modal(AnswerView.message(answer)));
    };
  }

  private void late(Afterwards.Back back, Spoken spoken, Submitted submitted) {
    switch (submitted) {
      case Submitted.Faulty _ -> {
        // A form's fields are looked at before anything that can be late.
      }
      case Submitted.Shown(var view) ->
          afterwards.open(back, spoken, new Outcome.Form(view, NOT_SHOWN));
      case Submitted.Answered(var answer) ->
          afterwards.say(back, spoken, AnswerView.message(answer));
    }
  }

  private static Writing writing(ViewSubmissionRequest request) {
    String metadata =
        Malformed.required("private_metadata", request.getPayload().getView().getPrivateMetadata());
    return Writing.parse(metadata)
        .orElseThrow(() -> new IllegalArgumentException("no form of ours"));
  }

  private static IncidentNumber incident(ViewSubmissionRequest request) {
    String metadata =
        Malformed.required("private_metadata", request.getPayload().getView().getPrivateMetadata());
    return IncidentNumber.parse(metadata)
        .orElseThrow(() -> new IllegalArgumentException("no form of ours"));
  }
}
