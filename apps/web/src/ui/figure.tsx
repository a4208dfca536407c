// One number = value + unit + date + source + owner. Every figure opens its source card.
import type { Citation } from '@zhenghe/engine/kernel';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { ClauseLink } from './clause-link.tsx';
import { useWords } from './language.tsx';
import type { Tone } from './state-word.tsx';
import { words } from './words.ts';

export interface Source {
  readonly meaning: string;
  readonly source: string;
  readonly on?: string | undefined;
  readonly owner?: string | undefined;
  readonly calibre?: string | undefined;
  readonly clause?: Citation | undefined;
}

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly unit?: string;
  readonly note?: ReactNode;
  readonly tone?: Tone;
  readonly source: Source;
}

export function Figure({ label, value, unit, note, tone = 'info', source }: FigureProps) {
  return (
    <div className={`figure ${tone}`}>
      <div className="figure-label">{label}</div>
      <Popover trigger="click" content={<SourceCard source={source} unit={unit} />} title={label}>
        <button type="button" className="figure-value" aria-haspopup="dialog">
          <span className="number">{value}</span>
          {unit ? <span className="unit"> {unit}</span> : null}
        </button>
      </Popover>
      <div className="figure-note">{note ?? source.on}</div>
    </div>
  );
}

function SourceCard({ source, unit }: { readonly source: Source; readonly unit: string | undefined }) {
  const w = useWords(words);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [w.meaning, source.meaning],
    [w.unit, unit],
    [w.date, source.on],
    [w.calibre, source.calibre],
    [w.source, source.source],
    [w.owner, source.owner],
    [w.clause, source.clause ? <ClauseLink key="clause" citation={source.clause} /> : undefined],
  ];
  return <Facts rows={rows} />;
}

export function FigureRow({ children }: { readonly children: ReactNode }) {
  return <div className="figure-row">{children}</div>;
}

/** Pairs of name and value; a pair without a value is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
