package io.evenkeel.persistence.audit;

/** What the check of the audit's hash chain found. */
public sealed interface AuditVerdict {

  /**
   * Every entry is as it was recorded. A chain alone does not show that its end was cut off:
   * compare the head with an earlier one.
   *
   * @param head the last hash, lower-case hexadecimal; empty while there is none
   */
  record Sound(long count, String head) implements AuditVerdict {}

  /**
   * Somebody changed the audit past the bot.
   *
   * @param seq the first entry that is wrong or missing
   */
  record Broken(long seq, String why) implements AuditVerdict {}
}
