package io.evenkeel.sandbox.faults;

import java.util.concurrent.CompletableFuture;

/** A call that has arrived and waits to be let go. */
public final class Held {
  private final String method;
  private final CompletableFuture<Boolean> goesOn = new CompletableFuture<>();

  Held(String method) {
    this.method = method;
  }

  /** The Web API method. */
  public String method() {
    return method;
  }

  /** It goes on: is applied if it was not yet, and answered. Also when the caller is long gone. */
  public void release() {
    goesOn.complete(true);
  }

  /** The connection is cut; what was not applied yet never is. */
  public void cut() {
    goesOn.complete(false);
  }

  /** Still waits. */
  public boolean waits() {
    return !goesOn.isDone();
  }

  /** Waits for what becomes of it; true when it goes on. */
  public boolean await() {
    return goesOn.join();
  }
}
