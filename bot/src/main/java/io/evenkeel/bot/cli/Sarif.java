package io.evenkeel.bot.cli;

import io.evenkeel.blameless.Finding;
import io.evenkeel.blameless.Level;
import io.evenkeel.blameless.Rule;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines. */
final class Sarif {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  static String of(Path file, List<Finding> findings) {
    ObjectNode log = JSON.createObjectNode();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "evenkeel-blameless").put("version", Cli.version().replaceAll("[()]", ""));
    ArrayNode rules = driver.putArray("rules");
    for (Rule rule : Rule.values()) {
      rule(rules.addObject(), rule);
    }
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    findings.forEach(finding -> result(results.addObject(), file, finding));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(log);
  }

  private static void rule(ObjectNode node, Rule rule) {
    node.put("id", rule.id());
    node.putObject("shortDescription").put("text", rule.why());
    node.putObject("defaultConfiguration").put("level", level(rule.standard()));
  }

  private static void result(ObjectNode node, Path file, Finding finding) {
    node.put("ruleId", finding.rule().id())
        .put("ruleIndex", List.of(Rule.values()).indexOf(finding.rule()))
        .put("level", level(finding.level()));
    node.putObject("message").put("text", finding.why() + " Ask instead: " + finding.rewrite());
    ObjectNode place = node.putArray("locations").addObject().putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", uri(file));
    ObjectNode region = place.putObject("region");
    region
        .put("startLine", finding.span().line())
        .put("startColumn", finding.span().column())
        .put("charOffset", finding.span().start())
        .put("charLength", finding.span().end() - finding.span().start());
    region.putObject("snippet").put("text", finding.words());
  }

  /** Relative as it was typed, so that a code host finds it in the repository. */
  private static String uri(Path file) {
    return file.isAbsolute()
        ? file.toUri().toString()
        : Path.of("/").resolve(file.normalize()).toUri().getRawPath().substring(1);
  }

  private static String level(Level level) {
    return level == Level.OFF ? "none" : level.word();
  }
}
