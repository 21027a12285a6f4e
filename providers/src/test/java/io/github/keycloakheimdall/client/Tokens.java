/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import io.restassured.response.ValidatableResponse;

/** What signup, signin and refresh answer with. */
public record Tokens(String access, String refresh) {

    /**
     * The tokens of an answer.
     *
     * @throws AssertionError if the answer is not 200
     */
    public static Tokens of(ValidatableResponse answer) {
        return new Tokens(
                answer.statusCode(200).extract().path("access_token"),
                answer.extract().path("refresh_token"));
    }

    /** The access token, to look inside. */
    public SignedJwt accessJwt() {
        return SignedJwt.parse(access);
    }

    /** The refresh token, to look inside. */
    public SignedJwt refreshJwt() {
        return SignedJwt.parse(refresh);
    }

    /** The id of the session that both belong to. */
    public String sessionId() {
        return accessJwt().claim("sid");
    }

    /** The id of the user. */
    public String userId() {
        return accessJwt().claim("sub");
    }
}
