/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contract;

import static io.restassured.http.Method.DELETE;
import static io.restassured.http.Method.GET;
import static io.restassured.http.Method.POST;

import io.github.keycloakheimdall.avatar.Pictures;
import io.github.keycloakheimdall.client.AvatarApi;
import io.github.keycloakheimdall.client.MailedFactors;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import java.util.Map;

/** What users call that came with the document after the first. */
final class NewerWalk {

    private final Walk walk;

    NewerWalk(Walk walk) {
        this.walk = walk;
    }

    void run() {
        picture(walk.app().api().signedUp(TestUser.named("pictured")));
        MailedFactors.offer(walk.app());
        signinByMail(TestUser.named("challenged"));
        stepUpByMail(TestUser.named("stepping"));
    }

    private void picture(Tokens tokens) {
        AvatarApi avatars = new AvatarApi(walk.app());
        walk.consumer(
                POST, "/me/avatar", avatars.upload(tokens.access(), "me.png", "image/png", Pictures.of("png", 9, 9)));
        walk.consumer(GET, "/avatars/{}", avatars.see(tokens.userId()));
        walk.consumer(tokens.access(), DELETE, "/me/avatar", null);
    }

    private void signinByMail(TestUser user) {
        String factor = enrolled(user, walk.app().api().signedUp(user).access());
        String token = walk.consumer(
                        null, POST, "/auth/signin", Map.of("identifier", user.username(), "password", user.password()))
                .getString("mfa_token");
        walk.consumer(null, POST, "/auth/mfa/send-code", Map.of("mfa_token", token, "factor_id", factor));
        walk.consumer(
                null,
                POST,
                "/auth/mfa/verify",
                Map.of("mfa_token", token, "code", MailedFactors.code(user.email(), 2)));
    }

    /** Another user: one gets a code by mail in half a minute. */
    private void stepUpByMail(TestUser user) {
        String bearer = walk.app().api().signedUp(user).access();
        enrolled(user, bearer);
        walk.consumer(bearer, POST, "/me/mfa/step-up/send-code", Map.of());
        walk.consumer(bearer, POST, "/me/mfa/step-up", Map.of("code", MailedFactors.code(user.email(), 2)));
    }

    private String enrolled(TestUser user, String bearer) {
        walk.consumer(
                null,
                POST,
                "/auth/verify",
                Map.of("code", MailServer.first(user.email()).code()));
        String factor = walk.consumer(bearer, POST, "/me/mfa/factors", Map.of("type", "email"))
                .getString("factor.id");
        walk.consumer(
                bearer, POST, "/me/mfa/factors/{}/verify", Map.of("code", MailedFactors.code(user.email(), 1)), factor);
        return factor;
    }
}
