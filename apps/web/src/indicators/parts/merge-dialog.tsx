// Merging a duplicate into another indicator: first what it would do, then its proposal.
import { useState } from 'react';
import { useView } from '../../shell/index.ts';
import {
  Answer,
  Button,
  Choice,
  type Column,
  DataTable,
  Dialog,
  Failed,
  Link,
  Notice,
  TextInput,
  useSay,
  useWords,
} from '../../ui/index.ts';
import { bodyOf } from '../editor/draft.ts';
import { useAllIndicators, useDefinitionActions, useMerging } from '../hooks.ts';
import type { IndicatorRow, Merging } from '../shapes.ts';
import { draftWords } from '../words-drafts.ts';
import { ProblemList } from './problem-list.tsx';
import { UseList } from './use-list.tsx';

export function MergeDialog({ indicator, onClose }: { readonly indicator: IndicatorRow; readonly onClose: () => void }) {
  const w = useWords(draftWords);
  const say = useSay();
  const [into, setInto] = useState<string | undefined>(undefined);
  const others = (useAllIndicators().data ?? []).filter(({ code }) => code !== indicator.code);
  return (
    <Dialog wide title={w.mergeTitle(say(indicator.name))} onClose={onClose}>
      <Choice
        label={w.mergeInto}
        value={into}
        all={w.mergeChoose}
        searchable
        width={280}
        choices={others.map(({ code, name, unit }) => ({ value: code, label: `${say(name)} (${unit}) ${code}` }))}
        onChange={setInto}
      />
      {into === undefined ? <CloseRow onClose={onClose} /> : <Standing key={into} indicator={indicator} into={into} onClose={onClose} />}
    </Dialog>
  );
}

function CloseRow({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(draftWords);
  return (
    <div className="button-row">
      <Button onClick={onClose}>{w.cancel}</Button>
    </div>
  );
}

interface StandingProps {
  readonly indicator: IndicatorRow;
  readonly into: string;
  readonly onClose: () => void;
}

function Standing({ indicator, into, onClose }: StandingProps) {
  const w = useWords(draftWords);
  const { on, data: dataset } = useView();
  const query = useMerging(indicator.code, into);
  const { propose } = useDefinitionActions();
  const [reason, setReason] = useState('');
  const send = () => {
    const definition = { kind: 'indicator', body: { ...bodyOf(indicator), mergedInto: into } } as const;
    propose.mutate({ dataset, from: on, definition, reason: reason.trim(), on });
  };
  if (propose.isSuccess) return <Proposed onClose={onClose} />;
  return (
    <Answer query={query} rows={3}>
      {(merging) => (
        <>
          <Would merging={merging} />
          <TextInput label={w.reason} value={reason} onChange={setReason} rows={2} />
          {propose.error ? <Failed error={propose.error} /> : null}
          <div className="button-row">
            <Button kind="main" busy={propose.isPending} disabled={merging.problems.length > 0 || reason.trim() === ''} onClick={send}>
              {w.proposeMerge}
            </Button>
            <Button onClick={onClose}>{w.cancel}</Button>
          </div>
        </>
      )}
    </Answer>
  );
}

function Proposed({ onClose }: { readonly onClose: () => void }) {
  const w = useWords(draftWords);
  return (
    <>
      <Notice tone="good" title={w.proposed} action={<Link to="/indicators/proposals">{w.toProposals}</Link>} />
      <CloseRow onClose={onClose} />
    </>
  );
}

type Differing = Merging['differing'][number];

function Would({ merging }: { readonly merging: Merging }) {
  const w = useWords(draftWords);
  const { problems, figures, same, differing, uses } = merging;
  const columns: readonly Column<Differing>[] = [
    { key: 'name', title: w.place, important: true, render: ({ name }) => name },
    { key: 'period', title: w.period, tight: true, important: true, render: ({ period }) => period },
    { key: 'one', title: w.one, numeric: true, important: true, render: ({ one }) => one },
    { key: 'other', title: w.other, numeric: true, render: ({ other }) => other },
  ];
  return (
    <>
      <ProblemList problems={problems} />
      <p>
        {w.mergeFigures(figures)} · {w.mergeSame(same)}
      </p>
      {differing.length > 0 ? (
        <DataTable
          caption={w.mergeDiffering}
          columns={columns}
          rows={differing}
          rowKey={({ unit, period }) => `${unit} ${period}`}
          empty={null}
          maxHeight="240px"
        />
      ) : null}
      {uses.length > 0 ? (
        <>
          <p className="note">{w.mergeUses}</p>
          <UseList uses={uses} />
        </>
      ) : null}
      <p className="note">{w.mergeNext}</p>
    </>
  );
}
