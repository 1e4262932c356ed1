package io.evenkeel.persistence.delivery;

import static io.evenkeel.persistence.generated.Tables.EFFECT;

import java.util.Map;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What attempts leave behind for later ones, as JSON. */
final class Notes {
  /** An attempt of this effect may have reached Slack without our knowing. */
  static final String DOUBT = "doubt";

  /** This edit only repeats an earlier one. */
  static final String ONCE_MORE = "once-more";

  /** A person had it tried again after it was parked: it may come after what was decided later. */
  static final String RETRIED = "retried";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Notes() {}

  static Map<String, String> read(@Nullable String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JacksonException e) {
      // Damaged notes are none: without them an effect is looked for or repeated, never dropped.
      return Map.of();
    }
  }

  static String write(Map<String, String> notes) {
    return JSON.writeValueAsString(notes);
  }

  /**
   * Merged in the database: an attempt may have noted more than the effect held when it was read.
   */
  static Field<JSONB> added(Map<String, String> notes) {
    return DSL.field(
        "coalesce({0}, '{}'::jsonb) || {1}",
        JSONB.class, EFFECT.RESULT, DSL.val(JSONB.valueOf(write(notes))));
  }
}
