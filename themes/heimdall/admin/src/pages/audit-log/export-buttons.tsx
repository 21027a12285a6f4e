// SPDX-License-Identifier: Apache-2.0
import { Button, ToolbarItem } from '@patternfly/react-core';
import { useRef, useState } from 'react';
import { Problem } from '../../parts/notices';
import { usePlatform } from '../../shell/platform';
import { number, text } from '../../texts/texts';
import { collect, fileOf, save } from './export';
import type { Format } from './export';
import { queryOf } from './filter';
import type { Filter } from './filter';

const FORMATS: Format[] = ['csv', 'json'];

/** Saves what fits as a file. Who stops has what came until then. */
export function ExportButtons({ filter }: { filter: Filter }) {
  const platform = usePlatform();
  const [count, setCount] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const goOn = useRef(true);

  const start = async (format: Format) => {
    goOn.current = true;
    setError(null);
    setCount(0);
    try {
      const entries = await collect(platform, await queryOf(platform, filter), (soFar) => {
        setCount(soFar);
        return goOn.current;
      });
      save(fileOf(entries, format), `${platform.realm}-audit-log.${format}`);
    } catch (problem) {
      setError(problem as Error);
    } finally {
      setCount(null);
    }
  };
  if (count !== null) {
    return (
      <ToolbarItem alignSelf="center">
        {/* First, as what grows would move it. */}
        <Button variant="link" isInline onClick={() => (goOn.current = false)}>
          {text('stop')}
        </Button>{' '}
        <span role="status">{text('exported', number(count))}</span>
      </ToolbarItem>
    );
  }
  return (
    <>
      {FORMATS.map((format) => (
        <ToolbarItem key={format}>
          <Button variant="secondary" onClick={() => start(format)}>
            {text('exportAs', format.toUpperCase())}
          </Button>
        </ToolbarItem>
      ))}
      {error && <Problem error={error} />}
    </>
  );
}
