// Drafts and versions, newest first: what each changes, who proposed and who decided; what the reader may do with it.
import { useState } from 'react';
import { useView } from '../../shell/index.ts';
import { Button, Dialog, Failed, Link, StateWord, TextInput, type Tone, useSay, useWords } from '../../ui/index.ts';
import { useDefinitionActions } from '../hooks.ts';
import type { DefinitionState, DefinitionVersion } from '../shapes.ts';
import { draftWords } from '../words-drafts.ts';
import { ChangeTable } from './change-table.tsx';

const tones: Readonly<Record<DefinitionState, Tone>> = {
  proposed: 'info',
  'in-force': 'good',
  refused: 'bad',
  withdrawn: 'quiet',
  replaced: 'quiet',
};

/** `titled`: with the name of what each defines, where the list holds several. */
export function VersionList({ versions, titled = false }: { readonly versions: readonly DefinitionVersion[]; readonly titled?: boolean }) {
  return (
    <ul className="plain versions">
      {versions.map((version) => (
        <li key={version.id}>
          <Version version={version} titled={titled} />
        </li>
      ))}
    </ul>
  );
}

function Version({ version, titled }: { readonly version: DefinitionVersion; readonly titled: boolean }) {
  const w = useWords(draftWords);
  const say = useSay();
  const { proposed, decided, changes, state } = version;
  const day = (instant: string) => instant.slice(0, 10);
  return (
    <section className="version" aria-label={`${say(version.title)} ${version.version ?? ''}`}>
      <header>
        {titled ? <Title version={version} /> : null}
        <StateWord tone={tones[state]}>{w.states[state]}</StateWord>
        {version.version === null ? null : <b>{w.version(version.version)}</b>}
        <span>{w.from(version.from)}</span>
      </header>
      <p className="version-reason">{version.reason}</p>
      <p className="note">
        {w.proposedBy(say(proposed.unit), day(proposed.at))}
        {decided ? ` · ${w.decidedBy(say(decided.unit), day(decided.at))}` : ''}
        {decided?.reason ? `：${decided.reason}` : ''}
      </p>
      <details open={state === 'proposed'}>
        <summary>{w.changes(changes.length)}</summary>
        <ChangeTable changes={changes} />
      </details>
      <Actions version={version} />
    </section>
  );
}

function Title({ version: { kind, code, title } }: { readonly version: DefinitionVersion }) {
  const w = useWords(draftWords);
  const say = useSay();
  const name = kind === 'indicator' ? <Link to={`/indicators/${code}`}>{say(title)}</Link> : say(title);
  return (
    <h3>
      <span className="note">{w.kinds[kind]}</span> {name} <code>{code}</code>
    </h3>
  );
}

function Actions({ version }: { readonly version: DefinitionVersion }) {
  const w = useWords(draftWords);
  const { on } = useView();
  const { decide, withdraw } = useDefinitionActions();
  const [refusing, setRefusing] = useState(false);
  const { id, mayDecide, mayWithdraw } = version;
  if (!mayDecide && !mayWithdraw) return null;
  const error = decide.error ?? withdraw.error;
  return (
    <>
      <div className="button-row">
        {mayDecide ? (
          <>
            <Button busy={decide.isPending} onClick={() => decide.mutate({ id, decision: 'put-in-force', reason: null, on })}>
              {w.putInForce}
            </Button>
            <Button onClick={() => setRefusing(true)}>{w.refuse}</Button>
          </>
        ) : (
          <span className="note">{w.another}</span>
        )}
        {mayWithdraw ? (
          <Button kind="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate({ id, on })}>
            {w.withdraw}
          </Button>
        ) : null}
      </div>
      {error ? <Failed error={error} /> : null}
      {refusing ? <RefuseDialog version={version} onClose={() => setRefusing(false)} /> : null}
    </>
  );
}

function RefuseDialog({ version: { id }, onClose }: { readonly version: DefinitionVersion; readonly onClose: () => void }) {
  const w = useWords(draftWords);
  const { on } = useView();
  const { decide } = useDefinitionActions();
  const [reason, setReason] = useState('');
  const refuse = () => decide.mutate({ id, decision: 'refuse', reason: reason.trim(), on }, { onSuccess: onClose });
  return (
    <Dialog title={w.refuseTitle} onClose={onClose}>
      <TextInput label={w.refuseReason} value={reason} onChange={setReason} rows={3} />
      {decide.error ? <Failed error={decide.error} /> : null}
      <div className="button-row">
        <Button kind="main" busy={decide.isPending} disabled={reason.trim() === ''} onClick={refuse}>
          {w.refuse}
        </Button>
        <Button onClick={onClose}>{w.cancel}</Button>
      </div>
    </Dialog>
  );
}
