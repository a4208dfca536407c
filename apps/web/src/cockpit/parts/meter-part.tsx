// The total-control meter: base → now → cap, the course month by month, what does not count.
import type { Meter } from '@zhenghe/contract/zones';
import { Bullet, DataTable, Figure, FigureRow, Notice, Section, StateWord, Trend, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

export function MeterPart({ meter }: { readonly meter: Meter }) {
  const w = useWords(words);
  const say = useSay();
  const { base, now, cap } = meter;
  return (
    <Section title={w.meter} note={w.meterNote}>
      <div className="stack">
        <MeterFigures meter={meter} />
        {now.complete ? (
          <>
            <Bullet
              label={w.meterSentence(base.count, now.count, cap.count)}
              base={base.count}
              now={now.count}
              cap={cap.count}
              baseLabel={`${w.base} ${base.count}`}
              nowLabel={`${w.now} ${now.count}`}
              capLabel={`${w.cap} ${cap.count}`}
            />
            <Course meter={meter} />
          </>
        ) : (
          // A register that is still being filled rises; drawing that as the course would mislead.
          <Notice tone="warn" title={w.incomplete}>
            {now.note ? say(now.note) : null}
          </Notice>
        )}
      </div>
    </Section>
  );
}

function Course({ meter: { course, cap } }: { readonly meter: Meter }) {
  const w = useWords(words);
  const [first, last] = [course[0], course.at(-1)];
  if (!first || !last || course.length < 2) return null;
  const label = w.courseLabel(first.on, last.on);
  const table = (
    <DataTable
      caption={label}
      rows={course}
      rowKey={(point) => point.on}
      empty={null}
      maxHeight="260px"
      columns={[
        { key: 'on', title: w.month, render: (point) => point.on },
        { key: 'count', title: w.count, unit: w.unitZones, numeric: true, render: (point) => point.count },
      ]}
    />
  );
  const points = course.map((point) => ({ on: point.on, value: point.count }));
  return <Trend label={label} points={points} limit={cap.count} limitLabel={`${w.cap} ${cap.count}`} twin={table} />;
}

function MeterFigures({ meter: { base, now, cap, asOf } }: { readonly meter: Meter }) {
  const w = useWords(words);
  const say = useSay();
  const toGo = now.count - cap.count;
  return (
    <FigureRow>
      <Figure
        label={w.base}
        value={base.count}
        unit={w.unitZones}
        source={{ meaning: w.meaningBase, source: w.ruleText, on: base.on, clause: base.clause }}
      />
      <Figure
        label={now.complete ? w.now : w.nowListed}
        value={now.count}
        unit={w.unitZones}
        note={now.complete ? asOf : `${asOf} · ${w.incomplete}`}
        source={{
          meaning: now.complete ? w.meaningNow : w.meaningNowListed,
          source: w.register,
          on: asOf,
          calibre: now.note ? say(now.note) : undefined,
        }}
      />
      <Figure
        label={w.cap}
        value={cap.count}
        unit={w.unitZones}
        note={w.by(cap.by)}
        source={{ meaning: w.meaningCap, source: w.ruleText, on: cap.by, clause: cap.clause }}
      />
      {now.complete ? (
        <Figure
          label={w.toGo}
          value={toGo > 0 ? toGo : <StateWord tone="good">{w.reached}</StateWord>}
          {...(toGo > 0 ? { unit: w.unitZones } : {})}
          source={{ meaning: w.meaningToGo, source: w.register, on: asOf, clause: cap.clause }}
        />
      ) : null}
    </FigureRow>
  );
}
