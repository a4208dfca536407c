// The versions handed in, newest first, each with what it changed against the one before.
import { useState } from 'react';
import { Answer, Button, type Column, DataTable, StateWord, useSay, useWords } from '../../ui/index.ts';
import { useVersions } from '../hooks.ts';
import type { VersionRow } from '../shapes.ts';
import { words } from '../words-filing.ts';
import { useDesk } from './desk.ts';
import { FigureText } from './figure.tsx';
import { JumpButton } from './jump-button.tsx';

export function VersionsList() {
  const w = useWords(words).versions;
  const { sheet } = useDesk();
  const [open, setOpen] = useState(false);
  const query = useVersions(sheet.id, open && sheet.version > 0);
  if (sheet.version === 0) return null;
  return (
    <details className="section" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.title}</summary>
      {open ? <Answer query={query}>{(rows) => <Versions rows={rows} />}</Answer> : null}
    </details>
  );
}

function Versions({ rows }: { readonly rows: readonly VersionRow[] }) {
  const w = useWords(words).versions;
  const say = useSay();
  const [shown, setShown] = useState<number | null>(null);
  const one = rows.find(({ version }) => version === shown);
  const columns: readonly Column<VersionRow>[] = [
    { key: 'version', title: w.version, numeric: true, render: ({ version }) => version },
    { key: 'at', title: w.at, tight: true, important: true, render: ({ at }) => minuteOf(at) },
    { key: 'unit', title: w.unit, render: ({ unit }) => say(unit) },
    {
      key: 'approved',
      title: w.approved,
      important: true,
      render: ({ approved }) => approved ?? <span className="missing">{w.notApproved}</span>,
    },
    {
      key: 'reason',
      title: w.reason,
      render: ({ reason, afterLock }) => (
        <>
          {reason} {afterLock ? <StateWord tone="warn">{w.afterLock}</StateWord> : null}
        </>
      ),
    },
    {
      key: 'changes',
      title: w.changes,
      important: true,
      render: ({ version, changes }) => (
        <Button small label={w.show(version)} pressed={shown === version} onClick={() => setShown(shown === version ? null : version)}>
          {w.changeCount(changes.length)}
        </Button>
      ),
    },
  ];
  return (
    <div className="stack">
      <DataTable caption={w.title} columns={columns} rows={rows} rowKey={({ version }) => String(version)} empty={<p>{w.none}</p>} />
      {one ? <Changes version={one} /> : null}
    </div>
  );
}

function Changes({ version: { version, changes } }: { readonly version: VersionRow }) {
  const w = useWords(words);
  const say = useSay();
  const { rows } = useDesk();
  const names = new Map(rows.map(({ key, indicator }) => [key, say(indicator.name)]));
  const columns: readonly Column<VersionRow['changes'][number]>[] = [
    { key: 'item', title: w.columns.item, render: ({ key }) => <JumpButton cell={key} name={names.get(key) ?? key} /> },
    { key: 'before', title: w.paste.before, numeric: true, important: true, render: ({ before }) => <FigureText value={before} /> },
    { key: 'after', title: w.paste.after, numeric: true, important: true, render: ({ after }) => <FigureText value={after} /> },
    { key: 'why', title: w.explanationGiven, render: ({ explanation }) => explanation },
  ];
  return <DataTable caption={w.versions.caption(version)} columns={columns} rows={changes} rowKey={({ key }) => key} wrap empty={null} />;
}

export function minuteOf(instant: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant));
}
