// SPDX-License-Identifier: Apache-2.0
// The toggles as the page shows them. Which there are, their defaults and options come from the server.
import type { Control, Section } from './setting';

/** Seconds. */
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;
const RATE = 100_000;

const flag: Control = { kind: 'flag' };
const rate: Control = { kind: 'number', min: 0, max: RATE };
const duration = (min: number, max: number): Control => ({ kind: 'duration', min, max });

export const SECTIONS: Section[] = [
  {
    title: 'setApp',
    settings: [
      {
        toggle: 'enabled',
        label: 'setEnabled',
        help: 'setEnabledHelp',
        control: flag,
        danger: { value: 'false', warning: 'setEnabledDanger' },
      },
      {
        toggle: 'status',
        label: 'status',
        help: 'setStatusHelp',
        control: {
          kind: 'choice',
          options: { active: 'statusActive', suspended: 'statusSuspended', archived: 'statusArchived' },
        },
        danger: { value: 'suspended archived', warning: 'setStatusDanger' },
      },
    ],
  },
  {
    title: 'setSignup',
    settings: [
      { toggle: 'signup_enabled', label: 'setSignupOpen', help: 'setSignupOpenHelp', control: flag },
      { toggle: 'signup_requires_pak', label: 'setSignupKey', help: 'setSignupKeyHelp', control: flag },
      { toggle: 'signup_default_role', label: 'setSignupRole', help: 'setSignupRoleHelp', control: { kind: 'role' } },
      {
        toggle: 'signup_allowed_email_domains',
        label: 'setDomains',
        help: 'setDomainsHelp',
        control: { kind: 'items', sample: 'example.com, example.org' },
      },
    ],
  },
  {
    title: 'setSignin',
    settings: [
      {
        toggle: 'signin_enabled',
        label: 'setSigninOpen',
        help: 'setSigninOpenHelp',
        control: flag,
        danger: { value: 'false', warning: 'setSigninDanger' },
      },
      {
        toggle: 'max_failed_login_attempts',
        label: 'setFailures',
        help: 'setFailuresHelp',
        control: { kind: 'number', min: 1, max: 100 },
      },
      { toggle: 'code_ttl_seconds', label: 'setCodes', help: 'setCodesHelp', control: duration(MINUTE, DAY) },
      {
        toggle: 'oauth_link_policy',
        label: 'setLinks',
        help: 'setLinksHelp',
        control: { kind: 'choice', options: { auto: 'linkAuto', confirm: 'linkConfirm', reject: 'linkReject' } },
        danger: { value: 'auto', warning: 'setLinksDanger' },
      },
      {
        toggle: 'allowed_redirect_origins',
        label: 'setOrigins',
        help: 'setOriginsHelp',
        control: { kind: 'items', sample: 'https://app.example.com' },
      },
    ],
  },
  {
    title: 'setPasswords',
    settings: [
      {
        toggle: 'password_min_length',
        label: 'setLength',
        help: 'setLengthHelp',
        control: { kind: 'number', min: 8, max: 128 },
      },
      { toggle: 'password_require_uppercase', label: 'setUppercase', help: 'setUppercaseHelp', control: flag },
      { toggle: 'password_require_number', label: 'setDigit', help: 'setDigitHelp', control: flag },
      { toggle: 'password_require_symbol', label: 'setSymbol', help: 'setSymbolHelp', control: flag },
    ],
  },
  {
    title: 'setSessions',
    settings: [
      { toggle: 'access_token_ttl_seconds', label: 'setAccess', help: 'setAccessHelp', control: duration(1, DAY) },
      { toggle: 'refresh_token_ttl_seconds', label: 'setSession', help: 'setSessionHelp', control: duration(1, YEAR) },
      {
        toggle: 'max_sessions',
        label: 'setMaxSessions',
        help: 'setMaxSessionsHelp',
        control: { kind: 'number', min: 1, max: 1000 },
      },
      { toggle: 'sensitive_max_age_seconds', label: 'setFresh', help: 'setFreshHelp', control: duration(0, DAY) },
    ],
  },
  {
    title: 'setMail',
    settings: [
      { toggle: 'notifications_enabled', label: 'setNotify', help: 'setNotifyHelp', control: flag },
      { toggle: 'web_origin', label: 'setWebOrigin', help: 'setWebOriginHelp', control: { kind: 'origin' } },
    ],
  },
  {
    title: 'setRates',
    settings: [
      { toggle: 'rate_limit_signup_per_minute', label: 'setRateSignup', help: 'setRateSignupHelp', control: rate },
      { toggle: 'rate_limit_signin_per_minute', label: 'setRateSignin', help: 'setRateSigninHelp', control: rate },
      { toggle: 'rate_limit_refresh_per_minute', label: 'setRateRefresh', help: 'setRateRefreshHelp', control: rate },
      { toggle: 'rate_limit_codes_per_minute', label: 'setRateCodes', help: 'setRateCodesHelp', control: rate },
      { toggle: 'rate_limit_token_per_minute', label: 'setRateToken', help: 'setRateTokenHelp', control: rate },
    ],
  },
  {
    title: 'setApi',
    settings: [
      { toggle: 'enforce_app_permissions', label: 'setEnforce', help: 'setEnforceHelp', control: flag },
      {
        toggle: 'profile_naming',
        label: 'setNaming',
        help: 'setNamingHelp',
        control: { kind: 'choice', options: { camelCase: 'namingCamel', snake_case: 'namingSnake' } },
      },
    ],
  },
];
