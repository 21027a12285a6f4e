// SPDX-License-Identifier: Apache-2.0

/** What Keycloak tells its console. */
export interface Environment {
  serverBaseUrl: string;
  adminBaseUrl?: string;
  authServerUrl?: string;
  realm: string;
  clientId: string;
}

/** A page of an app. */
export interface Where {
  environment: Environment;
  /** The address of the server, for admins. */
  server: string;
  realm: string;
  /** What the address names, which may be no page. */
  page: string | null;
  /** Which of the page's things, which may not be there; null for the list of them. */
  id: string | null;
}
