/**
 * What is taken away again: words of a person, on request and by the tables' owner, and what is
 * old. Timelines keep their entries and their hashes, and nothing is taken away without a word in
 * the audit.
 */
@NullMarked
package io.evenkeel.persistence.erasure;

import org.jspecify.annotations.NullMarked;
