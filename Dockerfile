# SPDX-License-Identifier: Apache-2.0
# Keycloak with the extension, built from this folder: needs neither a JDK nor Maven on the machine.
#   docker build -t keycloak-heimdall .
# The newest patch that was measured; a newer one is --build-arg KEYCLOAK_VERSION=...
ARG KEYCLOAK_VERSION=26.7.5

# Node.js builds the console's pages.
FROM node:22-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-17 AS jar
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp package -DskipTests -Dspotless.check.skip

FROM quay.io/keycloak/keycloak:${KEYCLOAK_VERSION} AS build
COPY --from=jar --chown=keycloak:keycloak /src/providers/target/keycloak-heimdall.jar /opt/keycloak/providers/
# declarative-ui shows the tab with an app's settings in the console; nothing else needs it.
ENV KC_DB=postgres KC_FEATURES=declarative-ui KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true
RUN /opt/keycloak/bin/kc.sh build

FROM quay.io/keycloak/keycloak:${KEYCLOAK_VERSION}
COPY --from=build /opt/keycloak/ /opt/keycloak/
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
CMD ["start", "--optimized"]
