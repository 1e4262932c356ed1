/** Claims about the rules of incident command, without mocks and with times that are given. */
@NullMarked
package io.evenkeel.incident;

import org.jspecify.annotations.NullMarked;
