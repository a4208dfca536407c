// The page of one filing: where it stands, what is saved, what the checks say, the sheet with the cell beside it, the case, and the
// versions handed in (F39, F41, F110).
import { periodName } from '@zhenghe/engine/kernel';
import { useMemo, useState } from 'react';
import { type CaseView, useCase, usePicking } from '../../approvals/index.ts';
import { Button, Notice, Page, Split, StateWord, useSay, useWords } from '../../ui/index.ts';
import { stateTones } from '../parts/state-tones.ts';
import { StatisticsTabs } from '../parts/statistics-tabs.tsx';
import type { Sheet } from '../shapes.ts';
import { words as common } from '../words.ts';
import { words } from '../words-filing.ts';
import { ApprovalPanel } from './approval-panel.tsx';
import { CellPanel } from './cell-panel.tsx';
import { DeskProvider, keyOfPlace, useDesk } from './desk.ts';
import { DifferencesList } from './differences-list.tsx';
import { FileParts } from './file-parts.tsx';
import { FilingTable } from './filing-table.tsx';
import { FindingsList } from './findings-list.tsx';
import { HandIn } from './hand-in.tsx';
import { JumpButton } from './jump-button.tsx';
import { SaveState } from './save-state.tsx';
import { useFiling } from './use-filing.ts';
import { VersionsList } from './versions-list.tsx';

export function FilingSheet({ sheet }: { readonly sheet: Sheet }) {
  const approval = useCase('statistics', sheet.id);
  const filing = useFiling(sheet);
  const picking = usePicking(keyOfPlace);
  const [selected, select] = useState<string | null>(null);
  const returned = useMemo(() => returnedCells(approval.data), [approval.data]);
  const desk = useMemo(() => ({ ...filing, returned, picking, selected, select }), [filing, returned, picking, selected]);
  return (
    <DeskProvider value={desk}>
      <SheetPage view={approval.data} refetch={approval.refetch} />
    </DeskProvider>
  );
}

/** Reasons of a return that is still open. */
function returnedCells(view: CaseView | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (view?.state !== 'returned') return found;
  for (const { place, text } of view.returned?.reasons ?? []) {
    const key = keyOfPlace(place);
    const before = found.get(key);
    found.set(key, before === undefined ? text : `${before}\n${text}`);
  }
  return found;
}

function SheetPage({ view, refetch }: { readonly view: CaseView | undefined; readonly refetch: () => Promise<unknown> }) {
  const w = useWords(words);
  const say = useSay();
  const { sheet, selected, queue, rows, returned, picking } = useDesk();
  const maySubmit = view?.allowed.some(({ kind }) => kind === 'submit') ?? sheet.readOnly === null;
  const row = rows.find(({ key }) => key === selected);
  const [told, setTold] = useState<string | null>(null);
  // Who fills it in comes for the sheet; who checks it comes for the case.
  const approvalPart = view ? <ApprovalPanel view={view} refetch={refetch} unsaved={Object.keys(queue.pending).length > 0} /> : null;
  return (
    <Page
      title={w.title(say(sheet.form.title), say(periodName(sheet.period)))}
      answers={w.answers}
      actions={
        <>
          <FileParts />
          {maySubmit ? <HandIn onDone={setTold} /> : null}
        </>
      }
    >
      <StatisticsTabs />
      <div role="status">{told === null ? null : <Notice tone="good" title={told} />}</div>
      <Standing />
      {returned.size > 0 ? <Returned view={view} /> : null}
      {sheet.readOnly === null ? null : approvalPart}
      <SaveState />
      <FindingsList />
      {picking.active ? (
        <p className="picking-note">
          {w.picking(picking.picked.length)}{' '}
          <Button small onClick={() => document.querySelector('.cell-reasons')?.scrollIntoView({ block: 'center' })}>
            {w.toReasons}
          </Button>
        </p>
      ) : null}
      <Split panel={row ? <CellPanel key={row.key} row={row} /> : null}>
        <FilingTable />
      </Split>
      {sheet.readOnly === null ? approvalPart : null}
      <DifferencesList />
      <VersionsList />
    </Page>
  );
}

function Standing() {
  const w = useWords(words);
  const c = useWords(common);
  const say = useSay();
  const { sheet } = useDesk();
  const { unit, holder, due, submitted, version, locked, state, late, dataset } = sheet;
  return (
    <>
      <p className="filing-state">
        <StateWord tone={stateTones[state]}>{c.states[state]}</StateWord>
        {late ? <StateWord tone="bad">{c.late}</StateWord> : null}
        {dataset === 'training' ? <StateWord tone="warn">{c.training}</StateWord> : null}
        <span>{version === 0 ? w.firstVersion : w.version(version)}</span>
        {sheet.changedSince && version > 0 ? <span className="note">{w.changedSince}</span> : null}
        <Fact label={w.unit} value={unit.name} />
        <Fact label={w.holder} value={holder ? say(holder) : null} />
        <Fact label={w.due} value={due ?? c.noDay} />
        <Fact label={w.submitted} value={submitted} />
      </p>
      {locked ? (
        <Notice title={w.locked(locked.on)}>
          {locked.reason ? <p>{locked.reason}</p> : null}
          <p>{w.lockedNext}</p>
        </Notice>
      ) : null}
      {sheet.readOnly ? <Notice title={say(sheet.readOnly)} /> : null}
    </>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string | null }) {
  return value === null ? null : (
    <span>
      <span className="note">{label}</span> {value}
    </span>
  );
}

/** What came back, each with a way to its cell. */
function Returned({ view }: { readonly view: CaseView | undefined }) {
  const w = useWords(words);
  const say = useSay();
  const { returned, sheet } = useDesk();
  const last = view?.returned;
  if (!last) return null;
  return (
    <Notice tone="warn" title={w.returnedTitle(say(last.by.name), last.on)}>
      <p>{sheet.readOnly === null ? w.returnedMine(returned.size) : w.returnedCount(returned.size)}</p>
      {last.text ? <p>{last.text}</p> : null}
      <ReturnedCells />
    </Notice>
  );
}

function ReturnedCells() {
  const w = useWords(words);
  const say = useSay();
  const { returned, rows } = useDesk();
  return (
    <ul className="jumps">
      {[...returned].map(([key, text]) => {
        const row = rows.find((one) => one.key === key);
        return (
          <li key={key}>
            {row ? <JumpButton cell={key} name={say(row.indicator.name)} /> : w.whole} {text}
          </li>
        );
      })}
    </ul>
  );
}
