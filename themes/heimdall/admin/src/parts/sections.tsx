// SPDX-License-Identifier: Apache-2.0
import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import type { ComponentType } from 'react';

interface Section {
  title: string;
  Content: ComponentType;
}

/** Parts of a page, one at a time; each is loaded when it is opened. */
export function Sections({ label, sections }: { label: string; sections: Section[] }) {
  return (
    <Tabs aria-label={label} defaultActiveKey={0} mountOnEnter unmountOnExit>
      {sections.map(({ title, Content }, place) => (
        <Tab key={title} eventKey={place} title={<TabTitleText>{title}</TabTitleText>} className="heimdall-section">
          <Content />
        </Tab>
      ))}
    </Tabs>
  );
}
