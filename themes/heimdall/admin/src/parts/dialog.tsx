// SPDX-License-Identifier: Apache-2.0
import { Alert, CodeBlock, CodeBlockCode, Form, Modal, ModalVariant } from '@patternfly/react-core';
import { Text, TextContent } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Refusal } from '../shell/refusal';
import { text } from '../texts/texts';
import { answersTo } from './answers';
import { CloseButton } from './close-button';
import { asSent, entered } from './field';
import type { Entered } from './field';
import { FieldInput } from './field-input';
import { requireFilled } from './filled';
import { lossOf, LossAsked } from './loss';
import { Problem } from './notices';
import type { Ending, Question } from './question';
import { Secrets } from './secrets';
import type { Secret } from './secrets';
import { useLeaving } from './unsaved';

const PROBLEM = 'heimdall-problem';

interface Props {
  question: Question;
  /** Hears of the end, and of a sentence to say. */
  onClose: (ending: Ending, said?: string) => void;
}

/** Asks for what an act needs, and does it. */
export function Dialog({ question, onClose }: Props) {
  const { title, help, content, fields = [], danger = false, run } = question;
  const [values, setValues] = useState<Entered>(() => entered(fields));
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [secrets, setSecrets] = useState<Secret[] | null>(null);
  /** Counts attempts that failed. */
  const [failures, setFailures] = useState(0);
  const tried = useRef(false);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setRunning(true);
    setError(null);
    tried.current = true;
    try {
      requireFilled(form, fields, values);
      const outcome = await run!(asSent(fields, values) as never);
      if (Array.isArray(outcome)) {
        setSecrets(outcome);
      } else {
        onClose('done', outcome ?? undefined);
      }
    } catch (refusal) {
      setError(refusal as Error);
      setFailures((before) => before + 1);
    } finally {
      setRunning(false);
    }
  };

  const change = (name: string, value: string | string[]) => {
    setValues((before) => ({ ...before, [name]: value }));
    setError((before) => (before instanceof Refusal ? before.without(name) : before));
  };

  const isChanged = JSON.stringify(values) !== JSON.stringify(entered(fields));
  const loss = lossOf(secrets !== null, running, isChanged);
  const leaving = useLeaving(loss !== null);
  // The other dialog asks in its place: of two that are open, each would hide the other from screen readers.
  const isOpen = leaving.leave === null;
  // The key Escape must not lose a secret that nothing shows again, nor one that is on its way.
  const close = () => !running && !secrets && onClose(tried.current ? 'failed' : 'left');
  /** What one field says needs no second place. */
  const atField = error instanceof Refusal && fields.some(({ name }) => error.faults[name] === error.message);
  const summary = error instanceof Refusal ? error.beside(fields.map(({ name }) => name)) : error;
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failures > 0) {
      // What was pressed lost the focus while it waited, and what is wrong may be far above it.
      const marked = first.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      (marked ?? document.getElementById(PROBLEM))?.focus();
      first.current?.querySelector('.pf-m-error')?.scrollIntoView({ block: 'nearest' });
    }
  }, [failures]);
  useEffect(() => {
    if (isOpen) {
      first.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    }
  }, [isOpen]);
  return (
    <>
      <Modal
        variant={ModalVariant.medium}
        className="heimdall-dialog"
        isOpen={isOpen}
        title={title}
        titleIconVariant={danger ? 'warning' : undefined}
        showClose={!secrets && !running}
        onClose={close}
        onEscapePress={close}
        actions={
          secrets
            ? [<CloseButton key="close" onClick={() => onClose('done')} />]
            : answersTo(question, running, close)
        }
      >
        {secrets ? (
          <>
            <Alert variant="warning" isInline component="p" title={text('secretOnce')} />
            <Secrets secrets={secrets} />
          </>
        ) : (
          <Form id="heimdall-form" ref={first} onSubmit={send}>
            {help && (
              <TextContent>
                <Text className="heimdall-long">{help}</Text>
              </TextContent>
            )}
            {content !== undefined && (
              <CodeBlock>
                <CodeBlockCode tabIndex={0}>{content}</CodeBlockCode>
              </CodeBlock>
            )}
            {fields.map((field) => (
              <FieldInput
                key={field.name}
                field={field}
                value={values[field.name]!}
                fault={error instanceof Refusal ? error.faults[field.name] : undefined}
                isHeard={atField}
                onChange={(value) => change(field.name, value)}
              />
            ))}
            {summary && !atField && (
              <div id={PROBLEM} tabIndex={-1}>
                <Problem error={summary} isAnswer />
              </div>
            )}
          </Form>
        )}
      </Modal>
      <LossAsked loss={loss} leaving={leaving} />
    </>
  );
}
