// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { isFocusLost } from './heading';

interface Props {
  isSaving: boolean;
  /** Counts what else took the changes away. */
  turn: number;
  className?: string;
  children: ReactNode;
}

/**
 * Below a form, with what saves it. What was pressed cannot be pressed while it saves nor afterwards, and loses the
 * focus, which stays here.
 */
export function SaveBar({ isSaving, turn, className, children }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && !isSaving) {
      // The browser takes the focus from what is disabled when it draws next.
      requestAnimationFrame(() => setTimeout(() => isFocusLost() && bar.current?.focus()));
    }
    isFirst.current = false;
  }, [isSaving, turn]);
  return (
    <div ref={bar} tabIndex={-1} className={`heimdall-save ${className ?? ''}`}>
      {children}
    </div>
  );
}
