// Kinds of data with level, purpose, who reads them whole, and how they look masked.
import type { DataClass, DataClasses } from '@zhenghe/contract/accounts';
import { DataTable, Empty, StateWord, type Tone, useLanguage, useSay, useWords } from '../../ui/index.ts';
import { words as roleWords } from '../words.ts';
import { words } from '../words-levels.ts';
import { procedureNames } from '../words-procedures.ts';
import { readersOf } from './readers.ts';

const tones: Readonly<Record<DataClass['level'], Tone>> = { L1: 'quiet', L2: 'info', L3: 'warn', L4: 'bad' };

export function LevelWord({ level }: { readonly level: DataClass['level'] }) {
  const w = useWords(words).classes;
  return <StateWord tone={tones[level]}>{w.levels[level]}</StateWord>;
}

interface ClassTableProps {
  readonly rows: readonly DataClass[];
  readonly clearance: DataClasses['clearance'];
}

export function ClassTable({ rows, clearance }: ClassTableProps) {
  const w = useWords(words).classes;
  const say = useSay();
  return (
    <DataTable
      caption={w.title}
      rows={rows}
      rowKey={(row) => row.kind}
      empty={<Empty title={w.none} />}
      wrap
      columns={[
        { key: 'what', title: w.what, render: (row) => say(row.what) },
        { key: 'level', title: w.level, tight: true, important: true, render: (row) => <LevelWord level={row.level} /> },
        { key: 'why', title: w.why, render: (row) => say(row.why) },
        { key: 'seen', title: w.seenBy, important: true, render: (row) => <Readers row={row} clearance={clearance} /> },
        { key: 'sample', title: w.sample, tight: true, render: (row) => row.sample },
        { key: 'masked', title: w.masked, tight: true, important: true, render: (row) => <code>{row.masked}</code> },
        { key: 'where', title: w.where, render: (row) => <Where row={row} /> },
      ]}
    />
  );
}

function Readers({ row, clearance }: { readonly row: DataClass; readonly clearance: DataClasses['clearance'] }) {
  const w = useWords(words).classes;
  const { role } = useWords(roleWords);
  if (row.level === 'L4') return <>{row.once ? w.onceOnly : w.nobody}</>;
  if (row.ownOnly) return <>{w.ownOnly}</>;
  const readers = readersOf(row, clearance);
  return (
    <ul className="plain-list">
      {(['elsewhere', 'below', 'own'] as const).map((reach) =>
        readers[reach].length === 0 ? null : (
          <li key={reach}>
            {w.reaches[reach]} {readers[reach].map((one) => role[one]).join(w.and)}
          </li>
        ),
      )}
    </ul>
  );
}

function Where({ row }: { readonly row: DataClass }) {
  const w = useWords(words).classes;
  const language = useLanguage();
  return (
    <details>
      <summary>
        {[row.answers.length > 0 ? w.answered(row.answers.length) : null, row.takes.length > 0 ? w.taken(row.takes.length) : null]
          .filter((part) => part !== null)
          .join(' · ')}
      </summary>
      <span className="note">{[...row.answers, ...row.takes].map((one) => procedureNames[language][one] ?? one).join(w.and)}</span>
    </details>
  );
}
