// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@patternfly/react-core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { text } from '../texts/texts';

/**
 * Shows in words what failed in a page. A page whose files are gone, as after an update of the server, must be loaded
 * anew.
 */
export class Mishap extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error ? (
      <Alert variant="danger" isInline title={text('pageFailed')} component="p" role="alert">
        {error.message}
      </Alert>
    ) : (
      this.props.children
    );
  }
}
