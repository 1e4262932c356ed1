/** Claims about what is understood, and how what is not is answered. No mocks, no clock. */
@NullMarked
package io.evenkeel.grammar;

import org.jspecify.annotations.NullMarked;
