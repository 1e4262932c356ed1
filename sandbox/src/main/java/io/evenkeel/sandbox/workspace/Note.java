package io.evenkeel.sandbox.workspace;

/**
 * A topic or a purpose.
 *
 * @param lastSet seconds since the epoch, 0 if never set
 */
public record Note(String value, String creator, long lastSet) {

  static final Note NONE = new Note("", "", 0);
}
