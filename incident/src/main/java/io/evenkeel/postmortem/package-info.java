/**
 * What a postmortem can know from the timeline, as data. No wording of a document, no template and
 * nothing that the timeline does not say lives here.
 */
@NullMarked
package io.evenkeel.postmortem;

import org.jspecify.annotations.NullMarked;
