/**
 * The keys that people and programs come in with: tokens of the API and sessions of the pages, each
 * as a hash. What a key opens is decided elsewhere, and no key itself is ever here.
 */
@NullMarked
package io.evenkeel.persistence.access;

import org.jspecify.annotations.NullMarked;
