/**
 * The services that people run: whose they are, what they need and what helps when they fail. It
 * knows no incident and asks nobody.
 */
@NullMarked
package io.evenkeel.service;

import org.jspecify.annotations.NullMarked;
