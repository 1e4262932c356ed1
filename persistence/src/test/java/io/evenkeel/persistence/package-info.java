/** Tests on a real Postgres with the real migrations. No database of ours is ever mocked. */
@NullMarked
package io.evenkeel.persistence;

import org.jspecify.annotations.NullMarked;
