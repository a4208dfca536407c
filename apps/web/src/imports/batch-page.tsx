// One batch: who, when, which file (its bytes to download), how far it is, its rows, and its undoing.
import { useState } from 'react';
import { useAddress, useParam, useView } from '../shell/index.ts';
import {
  Answer,
  Button,
  Facts,
  Failed,
  Link,
  Notice,
  Page,
  Section,
  StateWord,
  saveFile,
  TextInput,
  Toggle,
  useSay,
  useWords,
} from '../ui/index.ts';
import { effectIn, isUnderWay, numberIn, useBatch, useBatchRows, useImportActions } from './hooks.ts';
import './imports.css';
import { Counts } from './list-page.tsx';
import { Pages } from './parts/pages.tsx';
import { RowTable } from './parts/row-table.tsx';
import { type Batch, type Effect, effects, stateTones } from './shapes.ts';
import { words } from './words.ts';

export function BatchPage() {
  const w = useWords(words);
  const batch = useBatch(useParam('id'));
  return (
    <Page title={batch.data ? w.batchTitle(batch.data.number) : w.title} answers={w.batchAnswers}>
      <p>
        <Link to="/imports">{w.backToList}</Link>
      </p>
      <Answer query={batch}>
        {(one) => (
          <>
            <Head batch={one} />
            {isUnderWay(one) ? <Progress batch={one} /> : <Rows batch={one} />}
            {one.mayUndo ? <Undo batch={one} /> : null}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Head({ batch }: { readonly batch: Batch }) {
  const w = useWords(words);
  const say = useSay();
  const { file } = useImportActions();
  const get = () => file.mutate({ id: batch.id }, { onSuccess: (bytes) => saveFile(bytes, batch.file.name) });
  return (
    <>
      <Facts
        rows={[
          [
            w.state,
            <StateWord key="state" tone={stateTones[batch.state]}>
              {w.states[batch.state]}
            </StateWord>,
          ],
          [w.result, batch.note ? say(batch.note) : undefined],
          [w.kind, say(batch.title)],
          [
            w.what,
            batch.target ? (
              <Link key="target" to={`/${batch.kind}/${encodeURIComponent(batch.target)}`}>
                {batch.targetTitle ?? batch.target}
              </Link>
            ) : undefined,
          ],
          [w.counts, <Counts key="counts" batch={batch} />],
          [
            w.file,
            <span key="file">
              {batch.file.name}{' '}
              <Button small busy={file.isPending} onClick={get}>
                {w.fileTitle}
              </Button>
            </span>,
          ],
          [w.hash, <code key="hash" className="hash">{`SHA-256 ${batch.file.sha256}`}</code>],
          [w.by, say(batch.by)],
          [w.at, batch.at],
          [w.on, batch.on],
        ]}
      />
      {file.error ? <Failed error={file.error} /> : null}
      {batch.undone ? (
        <Notice tone="quiet" title={w.undone(say(batch.undone.by), batch.undone.at)}>
          {batch.undone.reason}
        </Notice>
      ) : null}
    </>
  );
}

function Progress({ batch }: { readonly batch: Batch }) {
  const w = useWords(words);
  const { cancel } = useImportActions();
  const { done, of } = batch.progress ?? { done: 0, of: 0 };
  return (
    <Section title={w.states[batch.state]}>
      <p role="status">{w.progress(done, of)}</p>
      <progress max={Math.max(of, 1)} value={done} aria-label={w.states[batch.state]} />
      {batch.mayCancel ? (
        <p>
          <Button busy={cancel.isPending} onClick={() => cancel.mutate({ id: batch.id })}>
            {w.cancel}
          </Button>
        </p>
      ) : null}
      {cancel.error ? <Failed error={cancel.error} /> : null}
    </Section>
  );
}

function Rows({ batch }: { readonly batch: Batch }) {
  const w = useWords(words);
  const [search, change] = useAddress();
  const query = useBatchRows(batch.id, batch.state);
  const only = effectIn(search.effect);
  if (batch.state === 'failed' || batch.state === 'cancelled') return <p>{w.rowsNone}</p>;
  const present = effects.filter((effect) => batch.counts[effect] > 0);
  const choices: readonly { readonly value: Effect | 'all'; readonly label: string }[] = [
    { value: 'all', label: w.all },
    ...present.map((effect) => ({ value: effect, label: w.effectCount(w.effects[effect], batch.counts[effect]) })),
  ];
  return (
    <Section title={w.rows}>
      {present.length > 1 ? (
        <Toggle
          label={w.filter}
          value={only ?? 'all'}
          choices={choices}
          onChange={(effect) => change({ effect: effect === 'all' ? undefined : effect, page: undefined })}
        />
      ) : null}
      <Answer query={query}>
        {({ rows, total, page, size }) => (
          <>
            <RowTable written caption={w.rows} rows={rows} empty={w.rowsNone} />
            <Pages page={numberIn(String(page))} size={size} total={total} />
          </>
        )}
      </Answer>
    </Section>
  );
}

function Undo({ batch }: { readonly batch: Batch }) {
  const w = useWords(words);
  const { on } = useView();
  const { undo } = useImportActions();
  const [reason, setReason] = useState('');
  return (
    <Section title={w.undoTitle} note={w.undoNote}>
      <form
        className="undo-form"
        onSubmit={(event) => {
          event.preventDefault();
          undo.mutate({ id: batch.id, reason, on });
        }}
      >
        <TextInput label={w.undoReason} value={reason} onChange={setReason} rows={2} />
        <Button kind="danger" submit busy={undo.isPending} disabled={reason.trim().length < 2}>
          {w.undo}
        </Button>
      </form>
      {undo.error ? <Failed error={undo.error} /> : null}
    </Section>
  );
}
