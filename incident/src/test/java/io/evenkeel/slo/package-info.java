/** Tests of budgets, windows and burn rates, with figures worked out by hand. */
@NullMarked
package io.evenkeel.slo;

import org.jspecify.annotations.NullMarked;
