package io.evenkeel.bot.slack;

import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import io.evenkeel.bot.view.AnswerView;
import io.evenkeel.bot.view.CorrectModal;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.PaperModal;
import io.evenkeel.bot.view.Writing;
import io.evenkeel.incident.Answer;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Prose;
import java.util.function.Supplier;

/** Forms that were sent: a fault stands under its field, an answer takes the form's place. */
final class Sendings {
  private static final Message NOT_SHOWN =
      AnswerView.message(
          Answer.unchanged(Prose.of("The preview did not open. Nothing is posted.")));

  private final Declaring declaring;
  private final Resolving resolving;
  private final Submissions submissions;
  private final Drafting drafting;
  private final Patience patience;
  private final Afterwards afterwards;

  Sendings(
      Declaring declaring,
      Resolving resolving,
      Submissions submissions,
      Drafting drafting,
      Patience patience,
      Afterwards afterwards) {
    this.declaring = declaring;
    this.resolving = resolving;
    this.submissions = submissions;
    this.drafting = drafting;
    this.patience = patience;
    this.afterwards = afterwards;
  }

  Response declare(ViewSubmissionRequest request, ViewSubmissionContext context) {
    var sent = SentForm.of(request, context);
    return answered(
        sent, context, () -> declaring.declare(sent.spoken(), sent.metadata(), sent.values()));
  }

  /** A text that begins from a template: shown before it is posted. */
  Response written(ViewSubmissionRequest request, ViewSubmissionContext context) {
    var sent = SentForm.of(request, context);
    Writing writing = sent.carried(Writing::parse);
    return answered(sent, context, () -> drafting.preview(sent.spoken(), writing, sent.values()));
  }

  Response posted(ViewSubmissionRequest request, ViewSubmissionContext context) {
    var sent = SentForm.of(request, context);
    Writing writing = sent.carried(Writing::parse);
    return answered(sent, context, () -> drafting.posted(sent.spoken(), writing));
  }

  Response assign(ViewSubmissionRequest request, ViewSubmissionContext context) {
    return ofIncident(request, context, submissions::assign);
  }

  Response severity(ViewSubmissionRequest request, ViewSubmissionContext context) {
    return ofIncident(request, context, submissions::severity);
  }

  Response correct(ViewSubmissionRequest request, ViewSubmissionContext context) {
    var sent = SentForm.of(request, context);
    CorrectModal.About about = sent.carried(CorrectModal.About::parse);
    return answered(sent, context, () -> submissions.correct(sent.spoken(), about, sent.values()));
  }

  Response resolve(ViewSubmissionRequest request, ViewSubmissionContext context) {
    return ofIncident(request, context, resolving::resolve);
  }

  Response afterwards(ViewSubmissionRequest request, ViewSubmissionContext context) {
    return ofIncident(request, context, resolving::afterwards);
  }

  Response section(ViewSubmissionRequest request, ViewSubmissionContext context) {
    var sent = SentForm.of(request, context);
    PaperModal.About about = sent.carried(PaperModal.About::parse);
    return answered(sent, context, () -> submissions.section(sent.spoken(), about, sent.values()));
  }

  Response questions(ViewSubmissionRequest request, ViewSubmissionContext context) {
    return ofIncident(request, context, submissions::questions);
  }

  /** What a form of an incident makes of what was filled in. */
  private interface Filled {
    Submitted of(Spoken spoken, IncidentNumber incident, FormValues values);
  }

  private Response ofIncident(
      ViewSubmissionRequest request, ViewSubmissionContext context, Filled filled) {
    var sent = SentForm.of(request, context);
    IncidentNumber incident = sent.carried(IncidentNumber::parse);
    return answered(sent, context, () -> filled.of(sent.spoken(), incident, sent.values()));
  }

  private Response answered(
      SentForm sent, ViewSubmissionContext context, Supplier<Submitted> work) {
    Spoken spoken = sent.spoken();
    var back = new Afterwards.Back(null, null, sent.view());
    Submitted submitted =
        patience.answer(
            spoken.ref(),
            _ -> work.get(),
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
}
