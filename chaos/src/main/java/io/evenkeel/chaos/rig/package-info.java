/**
 * What is run and broken: Postgres servers and bots as processes of their own, and the wire between
 * them. Nothing here knows what must hold afterwards.
 */
@NullMarked
package io.evenkeel.chaos.rig;

import org.jspecify.annotations.NullMarked;
