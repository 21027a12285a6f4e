// SPDX-License-Identifier: Apache-2.0
import type { TextKey } from '../../texts/texts';

/** The templates of the mails, with what each is. */
export const MAILS: Record<string, { label: TextKey; help: TextKey }> = {
  'heimdall-verification': { label: 'mailVerification', help: 'mailVerificationHelp' },
  'heimdall-mfa-code': { label: 'mailFactor', help: 'mailFactorHelp' },
  'heimdall-password-reset': { label: 'mailReset', help: 'mailResetHelp' },
  'heimdall-password-elsewhere': { label: 'mailElsewhere', help: 'mailElsewhereHelp' },
  'heimdall-invitation': { label: 'mailInvitation', help: 'mailInvitationHelp' },
  'heimdall-welcome': { label: 'mailWelcome', help: 'mailWelcomeHelp' },
  'heimdall-security-notice': { label: 'mailNotice', help: 'mailNoticeHelp' },
};
