// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Form, Modal, ModalVariant, Text, TextContent } from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { text } from '../texts/texts';
import { asSent, entered, FieldInput } from './fields';
import type { Entered, Field } from './fields';
import { Problem } from './notices';
import { Secrets } from './secrets';
import type { Secret } from './secrets';

export interface Question {
  title: string;
  help?: string;
  fields?: Field[];
  submit: string;
  danger?: boolean;
  /** Gets what was entered. Secrets that it gives back are shown until the dialog is closed. */
  run: (values: never) => Promise<Secret[] | void>;
}

interface Props {
  question: Question;
  /** Hears of the end, and whether it was done. */
  onClose: (done: boolean) => void;
}

/** Asks for what an act needs, and does it. */
export function Dialog({ question, onClose }: Props) {
  const { title, help, fields = [], submit, danger = false, run } = question;
  const [values, setValues] = useState<Entered>(() => entered(fields));
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [secrets, setSecrets] = useState<Secret[] | null>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setRunning(true);
    setError(null);
    try {
      const shown = await run(asSent(fields, values) as never);
      if (shown) {
        setSecrets(shown);
      } else {
        onClose(true);
      }
    } catch (refusal) {
      setError(refusal as Error);
    } finally {
      setRunning(false);
    }
  };

  // The key Escape must not lose a secret that nothing shows again.
  const close = () => !running && !secrets && onClose(false);
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => {
    first.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  return (
    <Modal
      variant={ModalVariant.medium}
      isOpen
      title={title}
      titleIconVariant={danger ? 'warning' : undefined}
      showClose={!secrets}
      onClose={close}
      onEscapePress={close}
      actions={
        secrets
          ? [<CloseButton key="close" onClick={() => onClose(true)} />]
          : [
              <Button key="submit" type="submit" form="heimdall-form" variant={danger ? 'danger' : 'primary'} isLoading={running} isDisabled={running}>
                {submit}
              </Button>,
              <Button key="cancel" variant="link" onClick={close}>
                {text('cancel')}
              </Button>,
            ]
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
              <Text>{help}</Text>
            </TextContent>
          )}
          {fields.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name]!}
              onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
          {error && <Problem error={error} />}
        </Form>
      )}
    </Modal>
  );
}

function CloseButton({ onClick }: { onClick: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} onClick={onClick}>
      {text('close')}
    </Button>
  );
}
