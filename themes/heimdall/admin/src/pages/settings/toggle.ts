// SPDX-License-Identifier: Apache-2.0
// What a toggle is to the page, and how it is changed there.
import type { TextKey } from '../../texts/texts';

export type Control =
  | { kind: 'flag' }
  | { kind: 'choice'; options: Record<string, TextKey> }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'duration'; min: number; max: number }
  | { kind: 'role' }
  /** Items of a form, separated by commas. */
  | { kind: 'items'; form: RegExp; sample: string }
  | { kind: 'origin' };

export interface Toggle {
  /** The realm attribute's name, without its prefix. */
  name: string;
  label: TextKey;
  help: TextKey;
  control: Control;
  /** What is said where this value is chosen, as it shuts users out or lets more of them in. */
  danger?: {
    value: string;
    warning: TextKey;
    /** In its place where the realm's settings have the toggles too. */
    withTab?: TextKey;
  };
}

export interface Section {
  title: TextKey;
  help?: TextKey;
  toggles?: Toggle[];
  parts?: Section[];
}
