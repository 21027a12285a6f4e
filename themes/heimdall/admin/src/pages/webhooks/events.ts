// SPDX-License-Identifier: Apache-2.0
import type { Choice } from '../../parts/field';
import { text } from '../../texts/texts';
import type { TextKey } from '../../texts/texts';

/** What an app can tell of, by what it is about. */
const EVENTS: Record<string, Record<string, TextKey>> = {
  users: {
    'user.signup': 'tellsSignup',
    'user.signin': 'tellsSignin',
    'user.email_verified': 'tellsEmailVerified',
    'user.contact_verified': 'tellsContactVerified',
    'user.password_reset.requested': 'tellsResetRequested',
    'user.password_reset.completed': 'tellsResetCompleted',
    'user.role_changed': 'tellsRoleChanged',
    'user.suspended': 'tellsSuspended',
    'user.deactivated': 'tellsDeactivated',
    'user.reinstated': 'tellsReinstated',
    'user.deleted': 'tellsDeleted',
  },
  factors: {
    'user.mfa.factor_enrolled': 'tellsFactorEnrolled',
    'user.mfa.factor_disabled': 'tellsFactorDisabled',
    'user.mfa.recovery_code_used': 'tellsRecoveryUsed',
    'user.mfa.step_up_succeeded': 'tellsStepUp',
    'user.mfa.step_up_locked': 'tellsStepUpLocked',
    'user.mfa.enrollment_required': 'tellsEnrolment',
    'user.mfa.reenrollment_required': 'tellsReenrolment',
  },
  tenants: {
    'tenant.created': 'tellsTenantCreated',
    'tenant.updated': 'tellsTenantUpdated',
    'tenant.deleted': 'tellsTenantDeleted',
    'tenant.member.added': 'tellsMemberAdded',
    'tenant.member.removed': 'tellsMemberRemoved',
    'tenant.member.role_changed': 'tellsMemberRole',
    'tenant.invite.created': 'tellsInviteCreated',
    'tenant.invite.accepted': 'tellsInviteAccepted',
    'tenant.invite.revoked': 'tellsInviteRevoked',
  },
  theApp: { 'app.slug_changed': 'tellsSlug' },
} satisfies Partial<Record<TextKey, Record<string, TextKey>>>;

export function eventChoices(): Choice[] {
  return Object.entries(EVENTS).flatMap(([group, events]) =>
    Object.entries(events).map(([name, help]) => ({
      value: name,
      label: name,
      help: text(help),
      group: text(group as TextKey),
    })),
  );
}
