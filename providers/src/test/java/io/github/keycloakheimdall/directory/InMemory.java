/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.net.InetAddress;

/** UnboundID's server, in the test's own process, with the standard schema. */
final class InMemory implements LdapProcess {

    private final InMemoryDirectoryServer server;
    private final int port;

    InMemory() throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(DirectoryServer.BASE);
        config.addAdditionalBindCredentials(DirectoryServer.BOSS, DirectoryServer.BOSS_PASSWORD);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        port = server.getListenPort();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public LDAPInterface asBoss() {
        return server;
    }

    @Override
    public boolean binds(String dn, String password) {
        try {
            server.bind(dn, password);
            return true;
        } catch (LDAPException refused) {
            return false;
        }
    }

    @Override
    public void goAway() {
        server.shutDown(true);
    }

    @Override
    public void open() {
        try {
            server.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException("port " + port + " does not open", e);
        }
    }
}
