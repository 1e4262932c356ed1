/** Claims about the package of this name. No mocks, no clock, no files. */
@NullMarked
package io.evenkeel.service;

import org.jspecify.annotations.NullMarked;
