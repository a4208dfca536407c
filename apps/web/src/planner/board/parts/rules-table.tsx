// Every rule with what the plan measures against it, and its clause.
import { ClauseLink, DataTable, Section, StateWord, useSay, useWords } from '../../../ui/index.ts';
import { figure } from '../../figures.ts';
import type { Rule } from '../../shapes.ts';
import { words } from '../../words-board.ts';
import { type RuleRow, ruleRows } from '../rules.ts';
import type { Board } from '../use-board.ts';
import type { PlaceView } from '../view.ts';

interface RulesTableProps {
  readonly board: Board;
  readonly rules: readonly Rule[];
  readonly place: PlaceView | null;
}

export function RulesTable({ board: { instance, proposal }, rules, place }: RulesTableProps) {
  const w = useWords(words);
  const say = useSay();
  if (!proposal) return null;
  const about = new Map(rules.map((rule) => [rule.rule, rule]));
  const nameOf = (subject: string | null) =>
    subject === null
      ? ''
      : ` · ${instance.jurisdictions.find(({ code }) => code === subject)?.name ?? instance.parks.find(({ code }) => code === subject)?.name ?? subject}`;
  return (
    <Section title={w.rules}>
      <DataTable
        caption={w.rules}
        rows={ruleRows(instance, proposal, place)}
        rowKey={(row) => row.key}
        empty={null}
        wrap
        rowTone={(row) => (row.holds ? undefined : 'bad')}
        columns={[
          {
            key: 'rule',
            title: w.rule,
            render: (row) => {
              const rule = about.get(row.rule);
              return `${rule ? say(rule.title) : row.rule}${nameOf(row.subject)}`;
            },
          },
          { key: 'state', title: w.state, important: true, render: (row) => <RuleState row={row} /> },
          {
            key: 'measured',
            title: w.measuredAllowed,
            numeric: true,
            important: true,
            render: (row) =>
              row.allowed === null ? measure(row, row.measured) : `${measure(row, row.measured)} / ${measure(row, row.allowed)}`,
          },
          {
            key: 'clause',
            title: w.clause,
            render: (row) => {
              const clause = about.get(row.rule)?.clause;
              return clause ? <ClauseLink citation={clause} /> : <span className="missing">{w.noClause}</span>;
            },
          },
        ]}
      />
    </Section>
  );
}

function RuleState({ row: { holds, tight } }: { readonly row: RuleRow }) {
  const w = useWords(words);
  if (!holds) return <StateWord tone="bad">{w.broken}</StateWord>;
  return tight ? <StateWord tone="info">{w.tight}</StateWord> : <StateWord tone="good">{w.holds}</StateWord>;
}

function measure({ rule }: RuleRow, value: number | null): string {
  if (value === null) return '–';
  return rule === 'staff-share' ? `${figure(value * 100, 1)} %` : figure(value, rule === 'budget' ? 2 : 0);
}
