package io.evenkeel.bot.http;

import io.evenkeel.bot.hooks.Brought;
import io.evenkeel.bot.hooks.Taking;
import io.javalin.http.Context;

/** What a sender of alerts is told. */
interface AlertAnswers {
  void taken(Context context, Brought.Alerts alerts, Taking.Taken taken);

  void nothing(Context context, Brought.Nothing nothing);

  void faulty(Context context, Brought.Faulty faulty);

  void stranger(Context context, Brought.Stranger stranger);
}
