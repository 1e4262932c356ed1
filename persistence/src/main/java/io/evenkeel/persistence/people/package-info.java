/**
 * The people of the workspace as Slack last described them. No call to Slack is made here, and what
 * a person does in an incident is kept elsewhere under the name they had then.
 */
@NullMarked
package io.evenkeel.persistence.people;

import org.jspecify.annotations.NullMarked;
