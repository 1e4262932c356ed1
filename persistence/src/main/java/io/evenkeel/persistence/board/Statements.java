package io.evenkeel.persistence.board;

import static io.evenkeel.persistence.generated.Tables.INCIDENT_STATEMENT;

import io.evenkeel.incident.Audience;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.Statement;
import io.evenkeel.persistence.generated.tables.records.IncidentStatementRecord;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What is said to readers outside the response. */
final class Statements {
  private final DSLContext sql;

  Statements(DSLContext sql) {
    this.sql = sql;
  }

  List<Statement> of(IncidentNumber incident) {
    return sql.selectFrom(INCIDENT_STATEMENT)
        .where(INCIDENT_STATEMENT.INCIDENT.eq(incident))
        .orderBy(INCIDENT_STATEMENT.NUMBER)
        .fetch(Statements::read);
  }

  void keep(IncidentNumber incident, Statement statement) {
    var row = new IncidentStatementRecord();
    row.setIncident(incident);
    row.setNumber(statement.number());
    row.setAudience(statement.audience().word());
    row.setText(statement.text());
    row.setAuthor(statement.author().id());
    row.setAuthorName(statement.author().name());
    row.setWrittenAt(statement.writtenAt());
    Statement.Verdict verdict = statement.verdict();
    row.setVerdict(verdict == null ? null : verdict.how().word());
    row.setVerdictBy(verdict == null ? null : verdict.by().id());
    row.setVerdictByName(verdict == null ? null : verdict.by().name());
    row.setVerdictWords(verdict == null ? null : verdict.words());
    row.setVerdictAt(verdict == null ? null : verdict.at());
    sql.insertInto(INCIDENT_STATEMENT)
        .set(row)
        .onConflict(INCIDENT_STATEMENT.INCIDENT, INCIDENT_STATEMENT.NUMBER)
        .doUpdate()
        .set(row)
        .execute();
  }

  private static Statement read(IncidentStatementRecord row) {
    return new Statement(
        row.getNumber(),
        Audience.valueOf(row.getAudience().toUpperCase(Locale.ROOT)),
        row.getText(),
        new Person(row.getAuthor(), row.getAuthorName()),
        row.getWrittenAt(),
        verdict(row));
  }

  private static Statement.@Nullable Verdict verdict(IncidentStatementRecord row) {
    var how = row.getVerdict();
    var by = row.getVerdictBy();
    var name = row.getVerdictByName();
    var words = row.getVerdictWords();
    var at = row.getVerdictAt();
    return how == null || by == null || name == null || words == null || at == null
        ? null
        : new Statement.Verdict(
            Statement.How.valueOf(how.toUpperCase(Locale.ROOT)), new Person(by, name), words, at);
  }
}
