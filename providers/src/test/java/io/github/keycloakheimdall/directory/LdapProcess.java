/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import com.unboundid.ldap.sdk.LDAPInterface;

/** An LDAP server that tests start and stop. What is in it stays while it is away. */
interface LdapProcess {

    /** The port on loopback, the same each time that it opens. */
    int port();

    /** Everything may be done by this. */
    LDAPInterface asBoss();

    /** Whether someone gets in with that password. */
    boolean binds(String dn, String password);

    void goAway();

    void open();
}
