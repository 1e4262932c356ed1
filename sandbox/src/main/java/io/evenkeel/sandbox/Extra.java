package io.evenkeel.sandbox;

import io.evenkeel.sandbox.client.Actions;
import io.evenkeel.sandbox.workspace.Workspace;
import io.javalin.config.JavalinConfig;

/**
 * Adds routes of its own to the sandbox's server, such as the page. Host and Origin are checked
 * before each.
 */
@FunctionalInterface
public interface Extra {

  /** Called once, before the server starts. */
  void configure(JavalinConfig config, Workspace workspace, Actions actions);

  /** Nothing more. */
  static Extra none() {
    return (config, workspace, actions) -> {};
  }
}
