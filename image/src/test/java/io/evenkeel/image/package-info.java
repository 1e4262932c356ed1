/** Tests of the image's recipe. What takes a whole build is tried by {@code mvn -Pimage} itself. */
@NullMarked
package io.evenkeel.image;

import org.jspecify.annotations.NullMarked;
