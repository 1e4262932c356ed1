package io.evenkeel.bot.prometheus;

import tools.jackson.databind.JsonNode;

/** What came back. */
sealed interface Said {

  /** An answer in JSON, whatever its status. */
  record Json(int status, JsonNode body) implements Said {}

  /**
   * @param why as a sentence
   */
  record Failed(String why) implements Said {}
}
