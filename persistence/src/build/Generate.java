import io.evenkeel.migrations.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.LambdaConverter;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Runs the migrations on an embedded Postgres, generates jOOQ's classes from what they made, and
 * leaves the stopped server's data, whose copies tests start on: all tables in the database {@code
 * postgres}, none in the templates. Does nothing when neither the migrations, this file nor
 * Postgres' version changed since the last time.
 *
 * <p>Arguments: where the classes go, the migrations' sources, this file, where the data go, the
 * version of Postgres.
 */
final class GenerateTables {
  private static final String RULES = "io.evenkeel.incident.";

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    Path made = directory.resolve("made-from");
    String inputs = hash(Path.of(args[1]), Path.of(args[2])) + " on " + args[4];
    Path data = Path.of(args[3]);
    if (Files.exists(made) && Files.readString(made).equals(inputs) && Files.exists(data)) {
      return;
    }
    Files.deleteIfExists(made);
    delete(data);
    // It has its name only once it is whole.
    Path unfinished = data.resolveSibling("unfinished-" + data.getFileName());
    delete(unfinished);
    generate(directory, unfinished);
    if (Files.exists(unfinished.resolve("postmaster.pid"))) {
      throw new IOException("Postgres did not stop, so its data are not whole: " + unfinished);
    }
    Files.move(unfinished, data);
    Files.writeString(made, inputs);
  }

  private static void generate(Path directory, Path data) throws Exception {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    // Nothing here must survive a crash, so the library's fast settings (no fsync) stay.
    try (var postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .start()) {
      Migrations.migrate(postgres.getPostgresDatabase());
      GenerationTool.generate(
          new Configuration()
              .withLogging(Logging.WARN)
              .withJdbc(
                  new Jdbc()
                      .withUrl(postgres.getJdbcUrl("postgres", "postgres"))
                      .withUser("postgres"))
              .withGenerator(
                  new Generator()
                      .withDatabase(
                          new Database()
                              .withName("org.jooq.meta.postgres.PostgresDatabase")
                              .withInputSchema("public")
                              .withExcludes("flyway_schema_history|qrtz_.*|refuse_change")
                              .withForcedTypes(types())
                              .withOutputSchemaToDefault(true))
                      .withGenerate(
                          new Generate()
                              .withRecords(true)
                              .withPojos(false)
                              .withDaos(false)
                              .withGlobalObjectReferences(true)
                              // Nobody uses what follows, and each build compiles it.
                              .withImplicitJoinPathsToOne(false)
                              .withImplicitJoinPathsToMany(false)
                              .withWhereMethodOverrides(false)
                              .withRenameMethodOverrides(false)
                              .withIndexes(false)
                              .withComments(false)
                              .withJavadoc(false))
                      .withTarget(
                          new Target()
                              .withPackageName("io.evenkeel.persistence.generated")
                              .withDirectory(directory.toString()))));
    }
  }

  /** Which columns speak the language of the rules. */
  private static List<ForcedType> types() {
    return List.of(
        column(
            "incident\\.number|.*\\.incident|incident\\.merged_into|incident_merge\\.(source|target)|drill_replay\\.source",
            "IncidentNumber",
            "new",
            "value"),
        column(
            "person\\.id|incident\\.declared_by|(role_assignment|incident_member|user_group_member|claim|subscription|briefing|quiet_hours|action_digest)\\.person"
                + "|handover\\.(from_person|to_person|asked_by|ended_by)"
                + "|claim\\.ended_by|task\\.(assignee|asked_by|done_by)"
                + "|action_item\\.(owner|recorded_by|closed_by)|capture_mark\\.person|incident_link\\.added_by"
                + "|oncall_override\\.(person|given_by|withdrawn_by)|oncall_swap\\.(asker|asked|ended_by)"
                + "|maintenance\\.(planned_by|ended_by|cancelled_by)"
                + "|postmortem\\.owner|reminder\\.snoozed_by|incident_statement\\.(author|verdict_by)"
                + "|runbook_step\\.(done_by|undone_by)"
                + "|incident_impact\\.said_by|page\\.(asked_by|ended_by)|page_call\\.person|(api_token|web_session)\\.person"
                + "|(drill_run|drill_replay)\\.begun_by|drill_step\\.done_by|alert_group\\.decided_by",
            "PersonId",
            "new",
            "value"),
        column(
            "incident\\.announce_in|(slack_object|captured_message|capture_mark|alert_group)\\.channel",
            "ChannelId",
            "new",
            "value"),
        column("incident\\.severity", "Severity", "new", "name"),
        column("(role_assignment|handover)\\.role", "Role", "new", "name"),
        words("incident\\.status|incident_merge\\.status_before", "Status"),
        words("incident\\.mode", "Mode"),
        words("incident\\.visibility", "Visibility"),
        words("incident\\.cancelled_as", "CancelledAs"),
        words("incident_milestone\\.milestone", "Milestone"),
        words("timeline_entry\\.kind", "EntryKind"),
        words("postmortem\\.state", "Postmortem.State"),
        // Postgres would round what is finer than a microsecond, and hashes would not verify.
        type(
                "java.time.Instant",
                "java.time.OffsetDateTime::toInstant",
                "at -> at.truncatedTo(java.time.temporal.ChronoUnit.MICROS)"
                    + ".atOffset(java.time.ZoneOffset.UTC)")
            .withIncludeTypes("timestamp with time zone|timestamptz"));
  }

  private static ForcedType column(String columns, String type, String from, String to) {
    String name = RULES + type;
    return type(name, name + "::" + from, name + "::" + to).withIncludeExpression(columns);
  }

  /** An enumeration, stored as its word. */
  private static ForcedType words(String columns, String type) {
    String name = RULES + type;
    String from =
        "word -> " + name + ".valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))";
    return type(name, from, name + "::word").withIncludeExpression(columns);
  }

  private static ForcedType type(String name, String from, String to) {
    return new ForcedType()
        .withUserType(name)
        .withLambdaConverter(new LambdaConverter().withFrom(from).withTo(to));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static String hash(Path... inputs) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path input : inputs) {
      try (var files = Files.walk(input)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          update(digest, file);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, Path file) throws IOException {
    digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(file));
  }
}
