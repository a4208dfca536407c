// What each block measures, beside what the annex declares; sums by zone.
import { Decimal, isMissing } from '@zhenghe/engine/kernel';
import { useMemo } from 'react';
import { AreaText, AreaUnitSwitch, type Column, DataTable, Section, StateWord, useAreaUnitWord, useWords } from '../../ui/index.ts';
import { sumOf } from '../areas.ts';
import type { BlockArea } from '../shapes.ts';
import { words } from '../words.ts';
import { LandArea } from './land-area.tsx';

interface BlocksTableProps {
  readonly blocks: readonly BlockArea[];
  /** Names of zones by code, where the page knows them. */
  readonly zones?: ReadonlyMap<string, string>;
  readonly onShow?: ((code: string) => void) | undefined;
  readonly selected?: string | undefined;
}

interface Line extends Omit<BlockArea, 'declared'> {
  readonly declared: BlockArea['declared'];
  readonly sum: boolean;
}

export function BlocksTable({ blocks, zones, onShow, selected }: BlocksTableProps) {
  const w = useWords(words);
  const rows = useMemo(() => withSums(blocks, zones ?? new Map(), w.total), [blocks, zones, w.total]);
  const columns = useColumns(zones ?? new Map());
  return (
    <Section title={w.areas} note={w.areasNote} actions={<AreaUnitSwitch />}>
      <DataTable
        caption={w.areas}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.sum ? 'sum/' : ''}${row.code}`}
        selected={selected}
        {...(onShow ? { onOpen: (row: Line) => (row.sum ? undefined : onShow(row.code)) } : {})}
        rowTone={(row) => (differs(row) ? 'bad' : undefined)}
        empty={<p>{w.piecesNone}</p>}
        maxHeight="60vh"
      />
    </Section>
  );
}

function useColumns(zones: ReadonlyMap<string, string>): readonly Column<Line>[] {
  const w = useWords(words);
  const unit = useAreaUnitWord();
  return [
    { key: 'block', title: w.block, render: (row) => (row.sum ? <b>{row.name}</b> : row.name) },
    { key: 'code', title: w.code, tight: true, render: (row) => (row.sum ? '' : row.code) },
    { key: 'zone', title: w.zone, render: (row) => (row.sum ? '' : (zones.get(row.zone) ?? row.zone)) },
    { key: 'measured', title: w.measured, unit, numeric: true, important: true, render: (row) => <LandArea m2={row.measured} bare /> },
    { key: 'declared', title: w.declared, unit, numeric: true, important: true, render: (row) => <AreaText km2={row.declared} bare /> },
    {
      key: 'difference',
      title: w.difference,
      unit: 'km²',
      numeric: true,
      important: true,
      render: (row) => <Difference line={row} agrees={w.agrees} />,
    },
  ];
}

function Difference({ line, agrees }: { readonly line: Line; readonly agrees: string }) {
  if (line.difference === null) return null;
  if (!differs(line)) return <StateWord tone="good">{agrees}</StateWord>;
  return (
    <StateWord tone="bad">
      <span className="number">{new Decimal(line.difference).isPositive() ? `+${line.difference}` : line.difference}</span>
    </StateWord>
  );
}

function differs({ difference }: Pick<Line, 'difference'>): boolean {
  return difference !== null && !new Decimal(difference).isZero();
}

/** Blocks, then a line for each zone of several blocks, then all of them. */
function withSums(blocks: readonly BlockArea[], zones: ReadonlyMap<string, string>, total: string): readonly Line[] {
  const lines = blocks.map((block) => ({ ...block, sum: false }));
  const codes = [...new Set(blocks.map(({ zone }) => zone))];
  const sums = codes.map((zone) => {
    const own = blocks.filter((block) => block.zone === zone);
    return sumLine(zone, `${zones.get(zone) ?? zone} ${total}`, own);
  });
  const all = codes.length > 1 ? [sumLine('all', total, blocks)] : [];
  return blocks.length === 0 ? [] : [...lines, ...sums, ...all];
}

function sumLine(code: string, name: string, blocks: readonly BlockArea[]): Line {
  const declared = blocks.flatMap((block) => (isMissing(block.declared) ? [] : [block.declared]));
  const whole = declared.length === blocks.length;
  const sum = declared.reduce((before, area) => before.plus(area), new Decimal(0)).toFixed();
  return {
    ...{ code, name, part: '', zone: code, sum: true, difference: null },
    measured: sumOf(blocks.map(({ measured }) => measured)),
    declared: whole ? sum : { missing: 'not-given' },
  };
}
