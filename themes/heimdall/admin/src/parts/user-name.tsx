// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import type { Platform } from '../shell/platform';
import { usePlatform } from '../shell/platform';

const names = new WeakMap<Platform, Map<string, Promise<string>>>();

/** A user of the app by name. Others, such as the server's admins, and users that are gone are known by their id. */
export function UserName({ id }: { id: string | null }) {
  const platform = usePlatform();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    setName(null);
    if (id) {
      nameOf(platform, id).then((found) => shown && setName(found));
    }
    return () => {
      shown = false;
    };
  }, [platform, id]);
  return id ? <span title={id}>{name ?? id}</span> : <>–</>;
}

/** Each is asked for once. */
function nameOf(platform: Platform, id: string): Promise<string> {
  const known = names.get(platform) ?? new Map<string, Promise<string>>();
  names.set(platform, known);
  const name =
    known.get(id) ??
    platform.call('get', '/end-users/{user_id}', { path: { user_id: id } }).then(
      ({ username }) => username,
      () => id,
    );
  known.set(id, name);
  return name;
}
