/** Tests of what is taken away again, on a real Postgres. */
@NullMarked
package io.evenkeel.persistence.erasure;

import org.jspecify.annotations.NullMarked;
