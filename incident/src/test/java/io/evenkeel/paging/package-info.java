/** Tests of policies and load. What an incident makes of them is tested with its rules. */
@NullMarked
package io.evenkeel.paging;

import org.jspecify.annotations.NullMarked;
