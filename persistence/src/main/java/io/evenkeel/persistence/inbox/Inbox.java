package io.evenkeel.persistence.inbox;

import static io.evenkeel.persistence.generated.Tables.INBOX;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.evenkeel.incident.Answer;
import io.evenkeel.persistence.Transaction;
import io.evenkeel.persistence.Written;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Claims requests by key, so that each is acted on once. */
public final class Inbox {
  // Every command says these two: written out, as they would else be put together each time.
  private static final String CLAIM =
      """
      insert into inbox (key, body_hash, received_at) values ({0}, {1}, {2})
      on conflict (key) do update set seen = inbox.seen + 1
      returning seen, answer, body_hash\
      """;
  private static final String ANSWER = "update inbox set answer = ?::jsonb where key = ?";

  private final Transaction tx;
  private final DSLContext sql;

  public Inbox(Transaction tx) {
    this.tx = tx;
    sql = tx.unwrap(DSLContext.class);
  }

  /**
   * Claims a key for this transaction, or says what was answered to it before. While another
   * transaction holds the key this waits for it: its answer counts once it is committed, and the
   * key is free again when it rolled back.
   *
   * <p>Also a repeat is a write, so that its COMMIT proves that the first one is there to stay,
   * also when a standby takes over: it is to be answered only after its own COMMIT.
   *
   * @param bodyHash a digest of the whole request
   * @return empty when the key is new: {@link #answer} must follow in the same transaction
   */
  public Optional<Repeat> claim(String key, byte[] bodyHash, Instant now) {
    var row =
        sql.resultQuery(
                CLAIM,
                val(key, INBOX.KEY),
                val(bodyHash, INBOX.BODY_HASH),
                val(now, INBOX.RECEIVED_AT))
            .coerce(INBOX.SEEN, INBOX.ANSWER, INBOX.BODY_HASH)
            .fetchSingle();
    if (row.value1() == 1) {
      return Optional.empty();
    }
    JSONB answer = row.value2();
    if (answer == null) {
      throw new IllegalStateException("inbox key " + key + " was recorded without an answer");
    }
    return Optional.of(
        new Repeat(AnswerJson.read(answer.data()), Arrays.equals(row.value3(), bodyHash)));
  }

  /** Those of the keys that nobody has claimed yet. Claims none of them. */
  public Set<String> unclaimed(Collection<String> keys) {
    var free = new LinkedHashSet<>(keys);
    free.removeAll(sql.select(INBOX.KEY).from(INBOX).where(INBOX.KEY.in(keys)).fetchSet(INBOX.KEY));
    return free;
  }

  /** Whether that key came with another request before. */
  public boolean heldByAnother(String key, byte[] bodyHash) {
    return sql.fetchExists(
        selectOne().from(INBOX).where(INBOX.KEY.eq(key)).and(INBOX.BODY_HASH.ne(bodyHash)));
  }

  /** Keeps the answer for repeats. */
  public void answer(String key, Answer answer) {
    new Written(tx, ANSWER).text(AnswerJson.write(answer)).text(key).run();
  }
}
