// SPDX-License-Identifier: Apache-2.0
import { Title } from '@patternfly/react-core';
import { useEffect, useRef } from 'react';

const ID = 'heimdall-heading';

/** The page's name. It has the focus where the admin came from another page, so that it is heard, and Tab goes on. */
export function PageHeading({ title, place }: { title: string; place: string }) {
  const last = useRef<string | null>(null);
  useEffect(() => {
    // Of a page that is the first to be loaded nobody was anywhere else.
    if (last.current !== null || document.activeElement?.closest('#heimdall-nav')) {
      focusHeading();
    }
    last.current = place;
  }, [place]);
  return (
    <Title headingLevel="h1" id={ID} tabIndex={-1}>
      {title}
    </Title>
  );
}

/** The name of what is shown of a page; it takes over what the page's name has of focus. */
export function SubjectHeading({ id, title }: { id: string; title: string }) {
  useEffect(() => {
    if (isFocusLost() || document.activeElement?.id === ID) {
      document.getElementById(`${ID}-of-one`)?.focus();
    }
  }, [id]);
  return (
    <Title headingLevel="h2" id={`${ID}-of-one`} tabIndex={-1}>
      {title}
    </Title>
  );
}

/** Whether what had the focus is gone. */
export function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

export function focusHeading() {
  document.getElementById(ID)?.focus();
}
