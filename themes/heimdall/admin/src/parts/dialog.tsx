// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Button,
  CodeBlock,
  CodeBlockCode,
  Form,
  Modal,
  ModalVariant,
  Text,
  TextContent,
} from '@patternfly/react-core';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Refusal } from '../shell/refusal';
import { text } from '../texts/texts';
import { CloseButton } from './close-button';
import { asSent, entered } from './field';
import type { Entered } from './field';
import { FieldInput } from './field-input';
import { requireFilled } from './filled';
import { Problem } from './notices';
import type { Ending, Question } from './question';
import { Secrets } from './secrets';
import type { Secret } from './secrets';

interface Props {
  question: Question;
  /** Hears of the end, and of a sentence to say. */
  onClose: (ending: Ending, said?: string) => void;
}

/** Asks for what an act needs, and does it. */
export function Dialog({ question, onClose }: Props) {
  const { title, help, content, fields = [], submit, danger = false, run } = question;
  const [values, setValues] = useState<Entered>(() => entered(fields));
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [secrets, setSecrets] = useState<Secret[] | null>(null);
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
    } finally {
      setRunning(false);
    }
  };

  const change = (name: string, value: string | string[]) => {
    setValues((before) => ({ ...before, [name]: value }));
    setError((before) => (before instanceof Refusal ? before.without(name) : before));
  };

  // The key Escape must not lose a secret that nothing shows again.
  const close = () => !running && !secrets && onClose(tried.current ? 'failed' : 'left');
  /** What one field says needs no second place. */
  const atField = error instanceof Refusal && fields.some(({ name }) => error.faults[name] === error.message);
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // What is wrong may be far above the button that was pressed.
    first.current?.querySelector('.pf-m-error')?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  useEffect(() => {
    first.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  return (
    <Modal
      variant={ModalVariant.medium}
      className="heimdall-dialog"
      isOpen
      title={title}
      titleIconVariant={danger ? 'warning' : undefined}
      showClose={!secrets}
      onClose={close}
      onEscapePress={close}
      actions={
        secrets
          ? [<CloseButton key="close" onClick={() => onClose('done')} />]
          : !submit
            ? [<CloseButton key="close" onClick={close} />]
            : [
                <Button
                  key="submit"
                  type="submit"
                  form="heimdall-form"
                  variant={danger ? 'danger' : 'primary'}
                  isLoading={running}
                  isDisabled={running}
                >
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
          {error && !atField && <Problem error={error} />}
        </Form>
      )}
    </Modal>
  );
}
