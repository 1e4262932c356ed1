/**
 * What tests of several modules stand on: a Postgres with Evenkeel's tables. Nothing that runs
 * outside of tests, and no test, lives here.
 */
@NullMarked
package io.evenkeel.testbed;

import org.jspecify.annotations.NullMarked;
