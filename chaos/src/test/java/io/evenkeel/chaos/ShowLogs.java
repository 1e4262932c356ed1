package io.evenkeel.chaos;

import io.evenkeel.chaos.rig.Logs;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** A test that fails shows what its bots wrote. */
final class ShowLogs implements TestWatcher {

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    System.out.println(context.getDisplayName() + " failed; the bots wrote:\n" + Logs.all());
  }
}
