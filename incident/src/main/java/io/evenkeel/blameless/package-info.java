/**
 * Where a postmortem's words judge people, and how to ask instead. No opinion on systems, which may
 * fail, no document's structure beyond what must not be read, and no I/O live here.
 */
@NullMarked
package io.evenkeel.blameless;

import org.jspecify.annotations.NullMarked;
