// SPDX-License-Identifier: Apache-2.0
// The console offers `react-dom` alone, which has this too; the types say so of `react-dom/client` only.
import type { createRoot as create } from 'react-dom/client';

declare module 'react-dom' {
  export const createRoot: typeof create;
}
