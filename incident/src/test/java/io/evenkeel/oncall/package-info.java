@NullMarked
package io.evenkeel.oncall;

import org.jspecify.annotations.NullMarked;
