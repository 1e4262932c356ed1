/**
 * Times at which a service is worked on as planned: which part of them counts, and how long they
 * are together. It knows no budget and no alert; they ask what counts.
 */
@NullMarked
package io.evenkeel.maintenance;

import org.jspecify.annotations.NullMarked;
