/**
 * How objectives stood when they were measured, what follows from that once, and what incidents
 * cost. What a budget is, and what is worth measuring, is decided in the rules.
 */
@NullMarked
package io.evenkeel.persistence.slo;

import org.jspecify.annotations.NullMarked;
