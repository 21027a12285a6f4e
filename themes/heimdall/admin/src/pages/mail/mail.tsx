// SPDX-License-Identifier: Apache-2.0
import { Sections } from '../../parts/sections';
import { text } from '../../texts/texts';
import { Look } from './look';
import { Preview } from './preview';
import { Sending } from './sending';

export default function Mail() {
  return (
    <Sections
      label={text('mail')}
      sections={[
        { title: text('sending'), Content: Sending },
        { title: text('preview'), Content: Preview },
        { title: text('look'), Content: Look },
      ]}
    />
  );
}
