#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Fills a realm with users by SQL and measures the first page of its list against the last one.
# For a throw-away server on PostgreSQL: the users stay. Needs bash, curl, jq and psql.
#
#   PGHOST=… PGPORT=… PGUSER=… PGPASSWORD=… PGDATABASE=keycloak KEYCLOAK=http://localhost:8080 benchmarks/users-page.sh
#
# APP: the realm (acme). USERS: how many to load (100000). ROUNDS: how often each page is read (50).
# KC_ADMIN, KC_ADMIN_PASSWORD: an administrator of the server (admin, admin).
set -euo pipefail

keycloak=${KEYCLOAK:-http://localhost:8080}
app=${APP:-acme}
users=${USERS:-100000}
rounds=${ROUNDS:-50}
limit=50

psql --quiet --set ON_ERROR_STOP=1 --set app="$app" --set users="$users" <<'SQL'
insert into user_entity (id, username, email, email_constraint, email_verified, enabled, realm_id, created_timestamp, not_before)
select gen_random_uuid(), login, login || '@example.com', login || '@example.com', true, true, realm.id, 1700000000000, 0
from realm, generate_series(1, :users) n, lateral (select 'load-' || lpad(n::text, 9, '0') as login) named
where realm.name = :'app'
on conflict do nothing;
insert into user_role_mapping (user_id, role_id)
select u.id, r.id
from user_entity u
join realm on realm.id = u.realm_id and realm.name = :'app'
join keycloak_role r on r.realm_id = realm.id and r.name = 'member' and not r.client_role
where u.username like 'load-%'
on conflict do nothing;
analyze user_entity;
analyze user_role_mapping;
SQL

# Keycloak's admin tokens live for a minute, so each of the measurements fetches one.
bearer() {
    curl --silent --fail "$keycloak/realms/master/protocol/openid-connect/token" \
        --data grant_type=password --data client_id=admin-cli \
        --data-urlencode "username=${KC_ADMIN:-admin}" --data-urlencode "password=${KC_ADMIN_PASSWORD:-admin}" |
        jq --raw-output .access_token
}

page() {
    curl --silent --fail --header "authorization: Bearer $token" "$keycloak/v1/apps/$app/end-users?limit=$limit$1"
}

# The median in milliseconds of the time from the request to the last byte.
median() {
    local url="$keycloak/v1/apps/$app/end-users?limit=$limit$1"
    for _ in $(seq "$rounds"); do
        curl --silent --fail --output /dev/null --write-out '%{time_total}\n' --header "authorization: Bearer $token" "$url"
    done | sort --numeric-sort | awk '{ t[NR] = $1 } END { printf "%.1f", t[int((NR + 1) / 2)] * 1000 }'
}

# The last page's cursor names the user before it; a cursor is the key and the id, a line each, in base64url.
before_last=$(psql --quiet --tuples-only --no-align --set app="$app" --set limit="$limit" <<'SQL'
select u.username || E'\n' || u.id from user_entity u join realm on realm.id = u.realm_id and realm.name = :'app'
where u.service_account_client_link is null order by u.username desc offset :limit limit 1
SQL
)
cursor="&cursor=$(printf %s "$before_last" | base64 --wrap=0 | tr '+/' '-_' | tr -d '=')"

token=$(bearer)
page "$cursor" | jq --exit-status --argjson limit "$limit" '(.data | length) == $limit and (.pagination.has_more | not)' >/dev/null ||
    { echo "The cursor does not lead to the last page" >&2; exit 1; }
median "" >/dev/null
median "$cursor" >/dev/null
token=$(bearer)
first=$(median "")
last=$(median "$cursor")
echo "first page: $first ms, last page: $last ms (medians of $rounds, $users users loaded)"
echo "ratio: $(awk "BEGIN { printf \"%.2f\", $last / $first }")"
