/**
 * Sign in with Slack: the page that asks, the code, the identity token and the keys it is checked
 * with. As strict as Slack is; who somebody is here they choose themselves.
 */
@NullMarked
package io.evenkeel.sandbox.openid;

import org.jspecify.annotations.NullMarked;
