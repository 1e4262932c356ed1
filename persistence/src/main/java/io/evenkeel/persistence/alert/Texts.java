package io.evenkeel.persistence.alert;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.JSONB;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labels as they are stored. */
final class Texts {
  private Texts() {}

  static SortedMap<String, String> read(JSONB stored) {
    JsonNode node = JsonMapper.shared().readTree(stored.data());
    var all = new TreeMap<String, String>();
    node.propertyNames().forEach(name -> all.put(name, node.required(name).asString("")));
    return all;
  }
}
