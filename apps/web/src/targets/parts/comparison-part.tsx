// Chosen lines on one chart where they mean the same; otherwise the reason why not, and each definition beside the other.
import { unitWord } from '@zhenghe/engine/kernel';
import { useMemo } from 'react';
import {
  Answer,
  Chart,
  ClauseLink,
  type Column,
  DataTable,
  Facts,
  Notice,
  Section,
  useLanguage,
  useLook,
  useSay,
  useWords,
} from '../../ui/index.ts';
import { useComparison } from '../hooks.ts';
import { courseOption, figureText, starredText } from '../lines.ts';
import type { Comparison, TargetLine } from '../shapes.ts';
import { words } from '../words.ts';
import { panelWords } from '../words-panel.ts';

export function ComparisonPart({ ids }: { readonly ids: readonly string[] }) {
  const w = useWords(words);
  const comparison = useComparison(ids);
  return (
    <Section title={w.comparison}>
      <Answer query={comparison} rows={6}>
        {(found) => (found.comparable ? <Together lines={found.lines} /> : <Refused comparison={found} />)}
      </Answer>
    </Section>
  );
}

function Refused({ comparison }: { readonly comparison: Comparison }) {
  const w = useWords(words);
  const p = useWords(panelWords);
  const say = useSay();
  return (
    <div className="stack">
      <Notice tone="warn" title={w.refused}>
        {comparison.reason ? say(comparison.reason) : null}
      </Notice>
      <div className="columns">
        {comparison.lines.map((line) => (
          <article key={line.id} className="definition">
            <h3>{starredText(say(line.title), line)}</h3>
            <Facts
              rows={[
                [w.document, `${say(line.document)} (${line.status === 'draft' ? w.draft : w.final})`],
                [w.clause, <ClauseLink key="clause" citation={line.clause} />],
                [
                  w.goal,
                  `${line.goal.sense === 'at-least' ? w.atLeast : w.atMost} ${line.goal.value} ${say(unitWord(line.unit))} (${line.goal.year})`,
                ],
                [w.base, line.base.value === null ? w.noBase : `${line.base.value} (${line.base.year ?? ''})`],
                [w.calibre, line.calibre ? say(line.calibre) : undefined],
                [p.measuredBy, line.measuredBy ? say(line.measuredBy.name) : undefined],
                [p.scope, line.measuredBy ? say(line.measuredBy.scope) : undefined],
              ]}
            />
          </article>
        ))}
      </div>
    </div>
  );
}

function Together({ lines }: { readonly lines: readonly TargetLine[] }) {
  const w = useWords(words);
  const say = useSay();
  const { palette } = useLook();
  const language = useLanguage();
  const unit = say(unitWord(lines[0]?.unit ?? null));
  const option = useMemo(
    () =>
      courseOption(lines, {
        ...{ palette, unit },
        title: (line) => `${line.title[language]} ${line.goal.year}`,
        goal: (line) => w.goalOf('', line.goal.value, line.goal.year).trim(),
      }),
    [lines, palette, unit, w, language],
  );
  return (
    <div className="stack">
      <Notice tone="good" title={w.together} />
      <Chart
        label={w.courseLabel(lines.map((line) => say(line.title)).join(', '))}
        option={option}
        height={320}
        twin={<Twin lines={lines} />}
      />
    </div>
  );
}

interface TwinRow {
  readonly period: string;
  readonly values: readonly (string | null)[];
}

function Twin({ lines }: { readonly lines: readonly TargetLine[] }) {
  const w = useWords(words);
  const say = useSay();
  const periods = [...new Set(lines.flatMap(({ series }) => series.map(({ period }) => period)))].sort();
  const rows = periods.map((period) => ({
    period,
    values: lines.map(({ series, goal }) => {
      const value = series.find((point) => point.period === period)?.value ?? null;
      return value === null ? null : figureText(value, goal.value);
    }),
  }));
  const columns: readonly Column<TwinRow>[] = [
    { key: 'period', title: w.period, render: ({ period }) => period },
    ...lines.map((line, at) => ({
      ...{ key: line.id, title: say(line.title), unit: say(unitWord(line.unit)), numeric: true },
      render: ({ values }: TwinRow) => values[at] ?? w.noFigure,
    })),
  ];
  return <DataTable caption={w.twin} columns={columns} rows={rows} rowKey={({ period }) => period} empty={null} />;
}
