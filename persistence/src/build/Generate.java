import io.evenkeel.migrations.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/** Runs the migrations on an embedded Postgres and generates jOOQ's classes from what they made. */
final class GenerateTables {
  public static void main(String[] args) throws Exception {
    try (var postgres =
        EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start()) {
      Migrations.migrate(postgres.getPostgresDatabase());
      GenerationTool.generate(
          new Configuration()
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
                              .withOutputSchemaToDefault(true))
                      .withGenerate(
                          new Generate()
                              .withRecords(true)
                              .withPojos(false)
                              .withDaos(false)
                              .withGlobalObjectReferences(true))
                      .withTarget(
                          new Target()
                              .withPackageName("io.evenkeel.persistence.generated")
                              .withDirectory(args[0]))));
    }
  }
}
