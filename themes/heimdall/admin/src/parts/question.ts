// SPDX-License-Identifier: Apache-2.0
// What an act asks before it is done.
import type { Field } from './field';
import type { Secret } from './secrets';

export interface Question {
  title: string;
  help?: string;
  /** Is shown as it is, line by line. */
  content?: string;
  fields?: Field[];
  /** Without one there is something to read only. */
  submit?: string;
  /** What is said when it is done, where only the question knows. */
  said?: string;
  danger?: boolean;
  /**
   * Gets what was entered. Secrets that it gives back are shown until the dialog is closed; a sentence is said in place
   * of what is said otherwise.
   */
  run?: (values: never) => Promise<Secret[] | string | void>;
}

/** What became of a question; what failed may have changed something too. */
export type Ending = 'done' | 'failed' | 'left';
