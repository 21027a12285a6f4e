// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { usePlatform } from '../shell/platform';
import { text } from '../texts/texts';
import { nameOfActor } from './actors';

interface Props {
  id: string | null;
  /** What stands for whoever has no name that the admin may see; without it, the id. */
  unknown?: string;
}

/** Whoever has this id, by name; the id is the tooltip. */
export function UserName({ id, unknown }: Props) {
  const platform = usePlatform();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    setName(null);
    if (id) {
      nameOfActor(platform, id)
        .catch(() => null)
        .then((found) => shown && setName(found ?? unknown ?? id));
    }
    return () => {
      shown = false;
    };
  }, [platform, id, unknown]);
  if (!id) {
    return <>–</>;
  }
  return name === null ? <Skeleton width="6rem" screenreaderText={text('loading')} /> : <span title={id}>{name}</span>;
}
