// The units of the board, those that wait for the reader to be chosen and decided together; each gets its own answer.
import { useState } from 'react';
import { useAddress, usePlacePath } from '../../shell/index.ts';
import { type Column, DataTable, Empty, Link, Paging, StateWord, useSay, useWords } from '../../ui/index.ts';
import { stateTones } from '../parts/state-tones.ts';
import type { Board, BoardRow } from '../shapes.ts';
import { words as common } from '../words.ts';
import { words } from '../words-board.ts';
import { DecideMany } from './decide-many.tsx';
import { boardView, pageSize } from './view.ts';
import { filingPath } from './zone-desk.tsx';

export function UnitsTable({ board }: { readonly board: Board }) {
  const w = useWords(words);
  const [search, change] = useAddress();
  const view = boardView(search);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setPicked((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const columns = useColumns(picked, toggle);
  return (
    <>
      <DecideMany rows={board.rows} picked={picked} setPicked={setPicked} />
      <DataTable
        caption={w.unit}
        columns={columns}
        rows={board.rows}
        rowKey={({ id }) => id}
        sort={{ key: view.sort, descending: false }}
        onSort={({ key }) => change({ sort: key === 'place' ? undefined : key, page: undefined })}
        rowTone={({ late, state }) => (late && state !== 'approved' ? 'bad' : undefined)}
        maxHeight="72vh"
        empty={<Empty title={w.none}>{w.noneNext}</Empty>}
      />
      {board.total > pageSize ? (
        <Paging
          page={view.page}
          size={pageSize}
          total={board.total}
          onChange={(page) => change({ page: page === 1 ? undefined : String(page) })}
        />
      ) : null}
    </>
  );
}

function useColumns(picked: ReadonlySet<string>, toggle: (id: string) => void): readonly Column<BoardRow>[] {
  const w = useWords(words);
  const c = useWords(common);
  const say = useSay();
  const placeOf = usePlacePath();
  return [
    {
      key: 'name',
      title: w.unit,
      sortable: true,
      width: 220,
      render: (row) => (
        <span className="pick-row">
          {row.may ? (
            <input type="checkbox" aria-label={w.pick(row.name)} checked={picked.has(row.id)} onChange={() => toggle(row.id)} />
          ) : null}
          <Link to={filingPath(row.id)}>{row.name}</Link>
        </span>
      ),
    },
    { key: 'place', title: w.place, sortable: true, render: ({ jurisdiction }) => placeOf(jurisdiction) },
    {
      key: 'state',
      title: w.caseState,
      sortable: true,
      important: true,
      render: ({ state, late }) => (
        <>
          <StateWord tone={stateTones[state]}>{c.states[state]}</StateWord> {late ? <StateWord tone="bad">{c.late}</StateWord> : null}
        </>
      ),
    },
    { key: 'step', title: w.step, render: ({ step }) => (step ? say(step) : '') },
    { key: 'holder', title: w.holder, important: true, render: ({ holder }) => (holder ? say(holder) : '') },
    { key: 'due', title: w.due, sortable: true, tight: true, render: ({ due }) => due ?? <span className="missing">{c.noDay}</span> },
    { key: 'submitted', title: w.submitted, tight: true, render: ({ submitted }) => submitted },
    {
      key: 'filled',
      title: w.filled,
      numeric: true,
      sortable: true,
      important: true,
      render: ({ filled, asked }) => `${filled} / ${asked}`,
    },
    { key: 'open', title: w.findings, numeric: true, render: ({ open }) => open },
  ];
}
