/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.keycloakheimdall.client.TokenMint;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Apple's server, under its own name: a server reaches it by a proxy and trusts its certificate. It gives tokens only
 * to who signs as the developer account does. So does Google, which is there as well, to who has its secret.
 */
final class FakeApple implements AutoCloseable {

    private static final String HOST = "appleid.apple.com";
    private static final List<String> GOOGLES =
            List.of("www.googleapis.com", "oauth2.googleapis.com", "openidconnect.googleapis.com");

    /** What Google shows to who registers an app. */
    static final String GOOGLES_CLIENT = "web.apps.googleusercontent.com";

    static final String GOOGLES_SECRET = "GOCSPX-of-the-test";

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AppleKey account = AppleKey.fresh();
    private final TokenMint mint = new TokenMint("apple");
    private final Map<String, Map<String, Object>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final Path store = temporary("apple", ".p12");
    private final Path certificate = temporary("apple", ".pem");
    private final HttpsServer server;
    private final TunnelProxy proxy;

    FakeApple() {
        try {
            certify();
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls()));
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/auth/token", this::token);
            server.createContext("/auth/authorize", this::page);
            server.createContext("/in", exchange -> html(exchange, "The app"));
            server.createContext("/token", this::googlesToken);
            server.createContext("/v1/userinfo", this::googlesPerson);
            server.createContext("/oauth2/v3/certs", exchange -> answer(exchange, 200, mint.jwks()));
            server.createContext("/auth/keys", exchange -> answer(exchange, 200, mint.jwks()));
            server.start();
            proxy = new TunnelProxy(server.getAddress().getPort());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Apple cannot be played", e);
        }
    }

    /** What a server starts with to take this for Apple. */
    String[] options() {
        return new String[] {
            "--spi-connections-http-client--default--proxy-mappings=.*\\.(apple|googleapis)\\.com;http://localhost:"
                    + proxy.port(),
            "--truststore-paths=" + certificate
        };
    }

    /** What a server has to start with to serve HTTPS at that port. */
    String[] https(int port) {
        return new String[] {
            "--https-port=" + port,
            "--https-key-store-file=" + store,
            "--https-key-store-password=" + new String(PASSWORD)
        };
    }

    /** Where its own pages are, and those of an app, for browsers that are led there. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The account's settings, as this API has them. */
    Map<String, Object> settings() {
        return Map.of(
                "service_id",
                "com.example.web",
                "bundle_ids",
                List.of("com.example.ios"),
                "team_id",
                "TEAM567890",
                "key_id",
                "KEYID67890",
                "private_key_pem",
                account.file());
    }

    /** The makers of its tokens. */
    TokenMint mint() {
        return mint;
    }

    /** A code that stands for a token with these claims, for whoever has what the challenge is of. */
    String code(Map<String, ?> claims, String challenge) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "iss",
                "https://" + HOST,
                "aud",
                "com.example.web",
                "iat",
                Instant.now().getEpochSecond(),
                "exp",
                Instant.now().getEpochSecond() + 600));
        all.putAll(claims);
        String code = "c" + codes.size();
        codes.put(code, all);
        challenges.put(code, challenge);
        return code;
    }

    /** A code of Google's that stands for someone, for whoever has the secret and what the challenge is of. */
    String googlesCode(Map<String, ?> person, String nonce, String challenge) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "iss",
                "https://accounts.google.com",
                "aud",
                GOOGLES_CLIENT,
                "iat",
                Instant.now().getEpochSecond(),
                "exp",
                Instant.now().getEpochSecond() + 600,
                "nonce",
                nonce));
        all.putAll(person);
        String code = "g" + codes.size();
        codes.put(code, all);
        challenges.put(code, challenge);
        return code;
    }

    @Override
    public void close() {
        server.stop(0);
        proxy.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange.getRequestBody());
        Map<String, Object> claims = codes.get(form.getOrDefault("code", ""));
        if (claims == null
                || !isOfAccount(form.getOrDefault("client_secret", ""))
                || !challenges.get(form.get("code")).equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, Map.of("error", "invalid_client"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "a",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        3600,
                        "id_token",
                        mint.signed(claims)));
    }

    /** The page on which someone signs in by any name, or does not; either way it posts a form to the app's server. */
    private void page(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(
                new ByteArrayInputStream(exchange.getRequestURI().getRawQuery().getBytes(UTF_8)));
        if ("POST".equals(exchange.getRequestMethod())) {
            String name = form(exchange.getRequestBody()).get("name");
            String code = code(
                    Map.of(
                            "sub",
                            name + "-" + UUID.randomUUID(),
                            "email",
                            UUID.randomUUID() + "@privaterelay.appleid.com",
                            "email_verified",
                            "true",
                            "nonce",
                            asked.get("nonce")),
                    asked.get("code_challenge"));
            String user = "{&quot;name&quot;:{&quot;firstName&quot;:&quot;" + name + "&quot;}}";
            html(
                    exchange,
                    posting(asked, "code", code).replace("</form>", "<input name='user' value='" + user + "'></form>")
                            + "<script>document.forms[0].submit()</script>");
            return;
        }
        html(
                exchange,
                posting(asked, "error", "user_cancelled_authorize")
                                .replace("</form>", "<button id='cancel'>Cancel</button></form>")
                        + "<form method='post'><input id='name' name='name'><button id='signin'>Sign"
                        + " in</button></form>");
    }

    private static String posting(Map<String, String> asked, String field, String value) {
        return "<form method='post' action='%s'><input name='state' value='%s'><input name='%s' value='%s'></form>"
                .formatted(asked.get("redirect_uri"), asked.get("state"), field, value);
    }

    private static void html(HttpExchange exchange, String body) throws IOException {
        byte[] page = ("<!doctype html><meta charset='utf-8'><body>" + body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private void googlesToken(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange.getRequestBody());
        String code = form.getOrDefault("code", "");
        if (!codes.containsKey(code)
                || !GOOGLES_CLIENT.equals(form.get("client_id"))
                || !GOOGLES_SECRET.equals(form.get("client_secret"))
                || !challenges.get(code).equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        code,
                        "token_type",
                        "Bearer",
                        "expires_in",
                        3600,
                        "id_token",
                        mint.signed(codes.get(code))));
    }

    private void googlesPerson(HttpExchange exchange) throws IOException {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        answer(exchange, 200, codes.get(bearer.substring("Bearer ".length())));
    }

    /** Whether it is the JWT that Apple asks for in place of a secret. */
    private boolean isOfAccount(String secret) {
        String[] parts = secret.split("\\.");
        if (parts.length != 3) {
            return false;
        }
        JsonPath header = new JsonPath(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8));
        JsonPath claims = new JsonPath(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        long now = Instant.now().getEpochSecond();
        return "ES256".equals(header.getString("alg"))
                && "KEYID67890".equals(header.getString("kid"))
                && "TEAM567890".equals(claims.getString("iss"))
                && "com.example.web".equals(claims.getString("sub"))
                && ("https://" + HOST).equals(claims.getString("aud"))
                && claims.getLong("exp") - now <= 300
                && verifies(parts[0] + '.' + parts[1], Base64.getUrlDecoder().decode(parts[2]));
    }

    private boolean verifies(String input, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(account.pair().getPublic());
            verifier.update(input.getBytes(UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void certify() throws IOException {
        Files.delete(store);
        Files.delete(certificate);
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + HOST,
                "-ext",
                "SAN=dns:" + HOST + ",dns:" + String.join(",dns:", GOOGLES));
        keytool("-exportcert", "-alias", "a", "-rfc", "-file", certificate.toString());
    }

    private void keytool(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(Arrays.asList(arguments));
        builder.command().addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
        Process tool = builder.redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
        if (tool.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private SSLContext tls() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(store)) {
            keys.load(stored, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(InputStream body) throws IOException {
        Map<String, String> form = new HashMap<>();
        for (String field : new String(body.readAllBytes(), UTF_8).split("&")) {
            String[] pair = field.split("=", 2);
            form.put(pair[0], URLDecoder.decode(pair[pair.length - 1], UTF_8));
        }
        return form;
    }

    private static Path temporary(String name, String suffix) {
        try {
            Path file = Files.createTempFile(name, suffix);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
