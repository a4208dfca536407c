// The total-control meter: base → now → cap, the course month by month, what does not count.
import type { Meter } from '@zhenghe/contract/zones';
import { Bullet, DataTable, Figure, FigureRow, Notice, Section, StateWord, Trend, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

export function MeterPart({ meter }: { readonly meter: Meter }) {
  const w = useWords(words);
  const say = useSay();
  const { base, now, cap, course } = meter;
  const first = course[0];
  const last = course.at(-1);
  return (
    <Section title={w.meter} note={w.meterNote}>
      <div className="stack">
        <MeterFigures meter={meter} />
        {now.complete ? (
          <Bullet
            label={w.meterSentence(base.count, now.count, cap.count)}
            base={base.count}
            now={now.count}
            cap={cap.count}
            baseLabel={`${w.base} ${base.count}`}
            nowLabel={`${w.now} ${now.count}`}
            capLabel={`${w.cap} ${cap.count}`}
          />
        ) : null}
        {now.complete || !now.note ? null : (
          <Notice tone="warn" title={w.incomplete}>
            {say(now.note)}
          </Notice>
        )}
        {/* A register that is still being filled rises; drawing that as the course would mislead. */}
        {now.complete && first && last && course.length > 1 ? (
          <Trend
            label={w.courseLabel(first.on, last.on)}
            points={course.map((point) => ({ on: point.on, value: point.count }))}
            limit={cap.count}
            limitLabel={`${w.cap} ${cap.count}`}
            twin={
              <DataTable
                caption={w.courseLabel(first.on, last.on)}
                rows={course}
                rowKey={(point) => point.on}
                empty={null}
                maxHeight="260px"
                columns={[
                  { key: 'on', title: w.month, render: (point) => point.on },
                  { key: 'count', title: w.count, unit: w.unitZones, numeric: true, render: (point) => point.count },
                ]}
              />
            }
          />
        ) : null}
      </div>
    </Section>
  );
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
