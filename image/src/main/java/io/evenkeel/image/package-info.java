/**
 * What is shipped: the JDK cut to what is used, the AOT cache, and the container image of both, and
 * what they take. Nothing of it is in the bot, and nothing here is needed to run the plain jar.
 */
@NullMarked
package io.evenkeel.image;

import org.jspecify.annotations.NullMarked;
