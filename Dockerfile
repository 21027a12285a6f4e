# SPDX-License-Identifier: Apache-2.0
# Keycloak with the extension, built from this folder: needs neither a JDK nor Maven on the machine.
#   docker build -t keycloak-heimdall .
ARG KEYCLOAK_VERSION=26.7.0

FROM maven:3.9-eclipse-temurin-21 AS jar
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
