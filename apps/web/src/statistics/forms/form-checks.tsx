// What a form checks, how grave it is, and where it comes from.
import { ClauseLink, type Column, DataTable, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import type { Form } from '../shapes.ts';
import { words as common } from '../words.ts';
import { words } from '../words-forms.ts';
import type { Known } from './library.ts';

export type Check = Form['checks'][number];

export function FormChecks({ checks, library }: { readonly checks: readonly Check[]; readonly library: Known }) {
  const w = useWords(words);
  const c = useWords(common);
  const say = useSay();
  const columns: readonly Column<Check>[] = [
    { key: 'title', title: w.checks, width: 220, render: ({ title }) => say(title) },
    {
      key: 'severity',
      title: w.kind,
      important: true,
      render: ({ kind, severity }) => (
        <>
          <StateWord tone={severity === 'block' ? 'bad' : 'warn'}>{w.severity[severity]}</StateWord>{' '}
          <span className="note">{w.checkKind[kind]}</span>
        </>
      ),
    },
    { key: 'what', title: w.ofRows, important: true, render: (check) => <What check={check} library={library} /> },
    {
      key: 'basis',
      title: w.basis,
      important: true,
      render: ({ clause }) => (clause ? <ClauseLink citation={clause} /> : <span className="note">{c.productDefault}</span>),
    },
  ];
  return (
    <Section title={w.checks} note={String(checks.length)}>
      <DataTable caption={w.checks} columns={columns} rows={checks} rowKey={({ id }) => id} wrap empty={<p>{w.checksNone}</p>} />
    </Section>
  );
}

function What({ check, library }: { readonly check: Check; readonly library: Known }) {
  const w = useWords(words);
  const say = useSay();
  const f = w.checkFigures;
  const named = (codes: readonly string[]) =>
    codes.length === 0
      ? w.allRows
      : codes
          .map((code) => {
            const known = library.get(code.split('@')[0] ?? code);
            return known ? say(known.name) : code;
          })
          .join(' · ');
  switch (check.kind) {
    case 'arithmetic':
      return (
        <>
          <code>{`${check.left} ${check.relation} ${check.right}`}</code> <span className="note">{f.tolerance(check.tolerance)}</span>
        </>
      );
    case 'unit-slip':
      return (
        <>
          {named(check.rows)} <span className="note">{f.factors(check.factors.join(', '))}</span>
        </>
      );
    case 'jump':
      return (
        <>
          {named(check.rows)} <span className="note">{f.jump(check.yearOnYear, check.modifiedZ)}</span>
        </>
      );
    case 'peers':
      return (
        <>
          {named(check.rows)} <span className="note">{f.peers(check.modifiedZ)}</span>
        </>
      );
    case 'triangle':
      return (
        <>
          {named([check.tax, check.electricity, check.land])} <span className="note">{f.spread(check.spread)}</span>
        </>
      );
    case 'within':
      return <>{named(check.rows)}</>;
  }
}
