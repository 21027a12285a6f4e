// SPDX-License-Identifier: Apache-2.0
import { Component } from 'react';
import type { ReactNode } from 'react';

export type Fail = (error: unknown) => void;

/** Tells of what breaks around a page, where nothing else would: the console's own page would stay hidden. */
export class LastResort extends Component<{ fail: Fail; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    // Whoever hears of it takes the pages away, which React does not allow while it draws them.
    queueMicrotask(() => this.props.fail(error));
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}
