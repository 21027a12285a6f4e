// SPDX-License-Identifier: Apache-2.0
import { Alert, AlertActionLink } from '@patternfly/react-core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { text } from '../texts/texts';

/** What browsers, and the bundler, say of a script or a style that did not come. */
const MISSING = /dynamically imported module|importing a module script|preload CSS/i;

/**
 * Shows in words what failed in a page. A page whose files did not come, as after an update of the server or without a
 * connection, must be loaded anew: React asks for them once.
 */
export class Mishap extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) {
      return this.props.children;
    }
    const isMissing = MISSING.test(error.message);
    const why = isMissing ? (navigator.onLine ? 'pageNotLoaded' : 'unreachable') : 'pageFailed';
    return (
      <Alert
        variant="danger"
        isInline
        title={text(why)}
        component="p"
        role="alert"
        actionLinks={<AlertActionLink onClick={() => location.reload()}>{text('loadAgain')}</AlertActionLink>}
      >
        {!isMissing && error.message}
      </Alert>
    );
  }
}
