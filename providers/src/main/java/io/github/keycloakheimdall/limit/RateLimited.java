/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.limit;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that an address may call so often a minute. */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {

    /** What the call counts as, each of which may refuse it. */
    Limit[] value() default Limit.SIGNIN;
}
