// A returned plan: each cell with the reason it came back, what it read then and reads now; and everything else that
// changed since.
import { differencesOf, type Shown } from '@zhenghe/engine/plans';
import { useMemo } from 'react';
import type { CaseView } from '../../approvals/index.ts';
import { Button, type Column, DataTable, MissingText, Notice, StateWord, useSay, useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { usePlan } from '../hooks.ts';
import { lastReturn, type ReturnedCell, returnedCells } from '../returned.ts';
import { fromWire } from '../wire.ts';
import { words as planWords } from '../words.ts';
import { words } from '../words-approval.ts';
import { DifferencesTable } from './differences-table.tsx';

type Return = NonNullable<ReturnType<typeof lastReturn>>;

export function ReturnedPart({ view, mine }: { readonly view: CaseView; readonly mine: boolean }) {
  const last = lastReturn(view.actions);
  if (!last || view.state === 'draft') return null;
  return <Returned view={view} last={last} mine={mine} />;
}

function Returned({ view, last, mine }: { readonly view: CaseView; readonly last: Return; readonly mine: boolean }) {
  const w = useWords(words);
  const say = useSay();
  const before = usePlan(view.id, last.version);
  const open = view.state === 'returned';
  const title = open ? w.returned(say(last.unit.name), last.on) : w.answered(say(last.unit.name), last.on);
  return (
    <Notice tone={open ? 'warn' : 'info'} title={title}>
      {open ? <p>{mine ? w.returnedMine(last.reasons.length) : w.returnedTheirs}</p> : null}
      {last.text ? (
        <p>
          {w.opinion}: <span className="case-text">{last.text}</span>
        </p>
      ) : null}
      {last.reasons.length === 0 ? <p>{w.noReasons}</p> : null}
      {before.data ? <Comparison last={last} before={before.data} version={view.version} /> : null}
    </Notice>
  );
}

interface ComparisonProps {
  readonly last: Return;
  readonly before: NonNullable<ReturnType<typeof usePlan>['data']>;
  readonly version: number;
}

function Comparison({ last, before }: ComparisonProps) {
  const w = useWords(words);
  const plans = useWords(planWords);
  const { state } = useDesk();
  const then = useMemo(() => fromWire(before.plan), [before]);
  const cells = useMemo(() => returnedCells(last.reasons, then, state.plan), [last, then, state.plan]);
  const differences = useMemo(() => differencesOf(then, state.plan), [then, state.plan]);
  const columns = useColumns();
  return (
    <>
      <DataTable caption={w.cell} columns={columns} rows={cells} rowKey={rowKey} wrap empty={null} />
      {differences.length > 0 ? (
        <details>
          <summary>
            {w.sinceReturn} ({differences.length})
          </summary>
          <DifferencesTable
            differences={differences}
            from={plans.editor.versionName(last.version)}
            to={w.now}
            findings={before.check.findings}
          />
        </details>
      ) : null}
    </>
  );
}

function rowKey({ place, text }: ReturnedCell): string {
  return `${place.table}/${place.row ?? ''}/${place.field ?? ''}/${text}`;
}

function useColumns(): readonly Column<ReturnedCell>[] {
  const w = useWords(words);
  const { goTo } = useDesk();
  return [
    {
      key: 'cell',
      title: w.cell,
      render: (row) => (
        <Button kind="quiet" small onClick={() => goTo(row.place)}>
          {row.place.label}
        </Button>
      ),
    },
    { key: 'why', title: w.why, important: true, render: (row) => row.text },
    { key: 'before', title: w.before, numeric: true, render: (row) => <Value shown={row.before} /> },
    { key: 'now', title: w.now, important: true, numeric: true, render: (row) => <Value shown={row.now} /> },
    {
      key: 'standing',
      title: w.standing,
      important: true,
      render: (row) => <StateWord tone={row.changed ? 'good' : 'warn'}>{row.changed ? w.changed : w.same}</StateWord>,
    },
  ];
}

function Value({ shown }: { readonly shown: Shown | null }) {
  const w = useWords(words);
  if (shown === null) return <span className="missing">{w.whole}</span>;
  if ('missing' in shown) return <MissingText reason={shown.missing} />;
  return <span>{shown.text}</span>;
}
