// SPDX-License-Identifier: Apache-2.0
import type { invites as english } from './invites.en';

export const invites: Record<keyof typeof english, string> = {
  invites: 'Einladungen',
  invitesIntro: 'Codes, mit denen jemand ein Konto anlegt, auch wenn die Registrierung geschlossen ist.',
  noInvites: 'Keine Einladungen',
  noInvitesBody: 'Laden Sie jemanden ein, der ein Konto mit einer Rolle Ihrer Wahl anlegen soll.',
  uses: 'Benutzt',
  usesOf: '{0} von {1}',
  maxUses: 'Höchstens so oft benutzbar',
  hours: 'Stunden bis zum Ablauf',
  open: 'Offen',
  revoked: 'Widerrufen',
  expired: 'Abgelaufen',
  used: 'Verbraucht',
  code: 'Code',
  createInvite: 'Einladung anlegen',
  inviteCreatedMailed: 
    'Die Einladung ist angelegt. Ihr Code wird per E-Mail versendet; ob die E-Mail ankommt, ist hier nicht bekannt.',
  inviteCreatedNotMailed: 'Die Einladung ist angelegt. Sie ging nicht per E-Mail hinaus.',
  inviteLink: 'Link',
  inviteMailed: 
    'Der Code wird per E-Mail an den versendet, der eingeladen ist, und hier einmal angezeigt: Heben Sie ihn auf, ' +
    'bis die E-Mail da ist.',
  inviteNotMailed: 'Diese App versendet keine E-Mails: Der Code wird hier einmal angezeigt, damit Sie ihn weitergeben.',
  inviteRevoked: 'Die Einladung für „{0}“ ist widerrufen.',
  revokeInvite: 'Die Einladung für „{0}“ widerrufen?',
  revokeInviteHelp: 'Der Code wird sofort abgewiesen. Damit angelegte Konten bleiben.',
};
