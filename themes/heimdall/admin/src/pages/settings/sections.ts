// SPDX-License-Identifier: Apache-2.0
// The toggles as the page shows them. Which there are, their defaults and options come from the server.
import { DAY, DOMAIN, duration, flag, MINUTE, rate, RETURN, YEAR } from './controls';
import type { Section, Toggle } from './toggle';

export const SECTIONS: Section[] = [
  {
    title: 'setApp',
    toggles: [
      {
        name: 'enabled',
        label: 'setEnabled',
        help: 'setEnabledHelp',
        control: flag,
        danger: { value: 'false', warning: 'setEnabledDanger', withTab: 'setEnabledDangerTab' },
      },
      {
        name: 'status',
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
    title: 'setAuth',
    help: 'setAuthHelp',
    parts: [
      {
        title: 'setSignup',
        toggles: [
          { name: 'signup_enabled', label: 'setSignupOpen', help: 'setSignupOpenHelp', control: flag },
          { name: 'signup_requires_pak', label: 'setSignupKey', help: 'setSignupKeyHelp', control: flag },
          { name: 'signup_default_role', label: 'setSignupRole', help: 'setSignupRoleHelp', control: { kind: 'role' } },
          {
            name: 'signup_allowed_email_domains',
            label: 'setDomains',
            help: 'setDomainsHelp',
            control: { kind: 'items', form: DOMAIN, sample: 'example.com, example.org' },
          },
        ],
      },
      {
        title: 'setSignin',
        toggles: [
          {
            name: 'signin_enabled',
            label: 'setSigninOpen',
            help: 'setSigninOpenHelp',
            control: flag,
            danger: { value: 'false', warning: 'setSigninDanger' },
          },
          {
            name: 'max_failed_login_attempts',
            label: 'setFailures',
            help: 'setFailuresHelp',
            control: { kind: 'number', min: 1, max: 100 },
          },
          { name: 'code_ttl_seconds', label: 'setCodes', help: 'setCodesHelp', control: duration(MINUTE, DAY) },
          {
            name: 'oauth_link_policy',
            label: 'setLinks',
            help: 'setLinksHelp',
            control: { kind: 'choice', options: { auto: 'linkAuto', confirm: 'linkConfirm', reject: 'linkReject' } },
            danger: { value: 'auto', warning: 'setLinksDanger' },
          },
          {
            name: 'allowed_redirect_origins',
            label: 'setOrigins',
            help: 'setOriginsHelp',
            control: { kind: 'items', form: RETURN, sample: 'https://app.example.com' },
          },
        ],
      },
      {
        title: 'setPasswords',
        toggles: [
          {
            name: 'password_min_length',
            label: 'setLength',
            help: 'setLengthHelp',
            control: { kind: 'number', min: 8, max: 128 },
          },
          { name: 'password_require_uppercase', label: 'setUppercase', help: 'setUppercaseHelp', control: flag },
          { name: 'password_require_number', label: 'setDigit', help: 'setDigitHelp', control: flag },
          { name: 'password_require_symbol', label: 'setSymbol', help: 'setSymbolHelp', control: flag },
        ],
      },
      {
        title: 'setSessions',
        toggles: [
          { name: 'access_token_ttl_seconds', label: 'setAccess', help: 'setAccessHelp', control: duration(1, DAY) },
          {
            name: 'refresh_token_ttl_seconds',
            label: 'setSession',
            help: 'setSessionHelp',
            control: duration(1, YEAR),
          },
          {
            name: 'max_sessions',
            label: 'setMaxSessions',
            help: 'setMaxSessionsHelp',
            control: { kind: 'number', min: 1, max: 1000 },
          },
          { name: 'sensitive_max_age_seconds', label: 'setFresh', help: 'setFreshHelp', control: duration(0, DAY) },
        ],
      },
    ],
  },
  {
    title: 'setMail',
    toggles: [
      { name: 'notifications_enabled', label: 'setNotify', help: 'setNotifyHelp', control: flag },
      { name: 'web_origin', label: 'setWebOrigin', help: 'setWebOriginHelp', control: { kind: 'origin' } },
    ],
  },
  {
    title: 'setRates',
    toggles: [
      { name: 'rate_limit_signup_per_minute', label: 'setRateSignup', help: 'setRateSignupHelp', control: rate },
      { name: 'rate_limit_signin_per_minute', label: 'setRateSignin', help: 'setRateSigninHelp', control: rate },
      { name: 'rate_limit_refresh_per_minute', label: 'setRateRefresh', help: 'setRateRefreshHelp', control: rate },
      { name: 'rate_limit_codes_per_minute', label: 'setRateCodes', help: 'setRateCodesHelp', control: rate },
      { name: 'rate_limit_token_per_minute', label: 'setRateToken', help: 'setRateTokenHelp', control: rate },
    ],
  },
  {
    title: 'setApi',
    toggles: [
      { name: 'enforce_app_permissions', label: 'setEnforce', help: 'setEnforceHelp', control: flag },
      {
        name: 'profile_naming',
        label: 'setNaming',
        help: 'setNamingHelp',
        control: { kind: 'choice', options: { camelCase: 'namingCamel', snake_case: 'namingSnake' } },
      },
    ],
  },
];

export const TOGGLES: Toggle[] = togglesOf(SECTIONS);

function togglesOf(sections: Section[]): Toggle[] {
  return sections.flatMap(({ toggles = [], parts = [] }) => [...toggles, ...togglesOf(parts)]);
}
