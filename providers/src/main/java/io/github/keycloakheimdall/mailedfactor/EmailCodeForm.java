/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mailedfactor;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.Apps;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.Attempts;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.credential.MailedCodeStep;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Asks for a code by mail at Keycloak's login page. */
final class EmailCodeForm extends MailedCodeStep {

    /** Whoever loads the page again has a mail already. */
    @Override
    protected boolean send(KeycloakSession session, RealmModel realm, UserModel user, String place) {
        App app = Apps.unserved(session, realm);
        EmailCodes codes = new EmailCodes(app, user, place);
        if (codes.waiting()) {
            return true;
        }
        EmailFactors factors = new EmailFactors(app, user);
        tries(session, place).forget();
        try {
            String factor = factors.first().orElseThrow(ApiException::notFound);
            codes.send(factor, factors.address(factor), Long.MAX_VALUE);
            return true;
        } catch (ApiException noCode) {
            return false;
        }
    }

    /**
     * Keycloak counts what is wrong, where the realm's brute force detection is on; five tries a code are all the same.
     * Then it is void, and who begins again is mailed another.
     */
    @Override
    protected boolean proves(KeycloakSession session, RealmModel realm, UserModel user, String place, String typed) {
        App app = Apps.unserved(session, realm);
        EmailCodes codes = new EmailCodes(app, user, place);
        int attempt = tries(session, place).take();
        if (attempt > 0 && codes.use(TypedCode.plain(typed))) {
            return true;
        }
        if (attempt == 0 || attempt == Attempts.MAX) {
            codes.drop();
        }
        return false;
    }

    private static Attempts tries(KeycloakSession session, String place) {
        return new Attempts(session, place, EmailCodes.LIFESPAN_SECONDS);
    }
}
