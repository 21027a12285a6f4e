/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls that give up: a server that hangs is found out. Safe for use by many threads at once. */
public final class BoundedHttp {

    /** What no answer may take, also while something that the server needs is away. */
    public static final Duration BOUND = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(BOUND).build();

    /**
     * Makes a call.
     *
     * @param bearer null for none
     * @param body becomes JSON; null for none
     * @throws IOException when the connection fails, or after 30 seconds without an answer
     */
    public Answer send(String method, URI uri, String bearer, Object body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(BOUND).method(method, publisher(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(method + " " + uri.getPath(), answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Object body) throws JsonProcessingException {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    /** An answer and what was asked. */
    public record Answer(String request, HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonPath json() {
            return new JsonPath(response.body());
        }

        @Override
        public String toString() {
            return request + " " + status() + " " + response.body();
        }
    }
}
