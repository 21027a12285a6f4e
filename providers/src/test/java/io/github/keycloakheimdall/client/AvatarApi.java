/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.client;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The routes of an app that have to do with pictures of its users. */
public final class AvatarApi {

    private final String base;

    public AvatarApi(App app) {
        this.base = app.server().baseUri() + "/" + app.slug() + "/v1";
    }

    /** @param bearer null for none */
    public Response upload(String bearer, String name, String type, byte[] file) {
        return form(bearer).multiPart("file", name, file, type).post(base + "/me/avatar");
    }

    /** What is sent with whatever form a test makes. */
    public RequestSpecification form(String bearer) {
        return bearer == null ? given() : given().header("authorization", "Bearer " + bearer);
    }

    /** Where forms go. */
    public String ofCaller() {
        return base + "/me/avatar";
    }

    /** @param id as it stands in the path */
    public Response see(String id) {
        return given().urlEncodingEnabled(false).get(base + "/avatars/" + id);
    }
}
