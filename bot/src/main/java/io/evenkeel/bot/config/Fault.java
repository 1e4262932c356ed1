package io.evenkeel.bot.config;

/**
 * One thing that stops the start. Never holds a secret, nor any part of one.
 *
 * @param variable the environment variable, or {@code EVENKEEL_CONFIG} with the key inside the file
 * @param wrong what is wrong, in a few words
 * @param mend what to do about it
 */
public record Fault(String variable, String wrong, String mend) {
  @Override
  public String toString() {
    return variable + " " + wrong + ". " + mend + ".";
  }
}
