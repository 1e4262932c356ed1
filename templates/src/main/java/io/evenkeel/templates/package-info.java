/**
 * Documents made from templates: the renderer, how user text is escaped, and the template files. No
 * rule of an incident is decided here and nothing is read but templates.
 */
@NullMarked
package io.evenkeel.templates;

import org.jspecify.annotations.NullMarked;
