/**
 * What must hold whatever was broken: compares what clients saw acknowledged, what the tables hold
 * and what Slack applied. Nothing here breaks anything.
 */
@NullMarked
package io.evenkeel.chaos.check;

import org.jspecify.annotations.NullMarked;
