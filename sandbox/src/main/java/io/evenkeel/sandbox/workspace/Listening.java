package io.evenkeel.sandbox.workspace;

/** Somebody is told of changes, until closed. */
public interface Listening extends AutoCloseable {

  @Override
  void close();
}
