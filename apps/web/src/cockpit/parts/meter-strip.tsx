// The meter as one line for who begins with another question: base → now → cap, what is still to go, and the bar.
import type { Meter } from '@zhenghe/contract/zones';
import { Bullet, Figure, Section, StateWord, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

export function MeterStrip({ meter }: { readonly meter: Meter }) {
  const w = useWords(words);
  const say = useSay();
  const { base, now, cap, asOf } = meter;
  const toGo = now.count - cap.count;
  const still = toGo > 0 ? `${w.toGo} ${toGo} ${w.unitZones}` : w.reached;
  return (
    <Section title={w.meter} note={`${w.wholeProvince} · ${asOf}`}>
      <div className="meter-strip">
        <Figure
          label={now.complete ? w.now : w.nowListed}
          value={now.count}
          unit={w.unitZones}
          note={now.complete ? still : <StateWord tone="warn">{w.incomplete}</StateWord>}
          source={{
            meaning: now.complete ? w.meaningNow : w.meaningNowListed,
            source: w.register,
            on: asOf,
            calibre: now.note ? say(now.note) : undefined,
            clause: cap.clause,
          }}
        />
        {now.complete ? (
          <Bullet
            label={w.meterSentence(base.count, now.count, cap.count)}
            base={base.count}
            now={now.count}
            cap={cap.count}
            baseLabel={`${w.base} ${base.count}`}
            nowLabel={`${w.now} ${now.count}`}
            capLabel={`${w.cap} ${cap.count} (${w.by(cap.by)})`}
          />
        ) : (
          <p>
            {w.base} {base.count} · {w.cap} {cap.count} ({w.by(cap.by)})
          </p>
        )}
      </div>
    </Section>
  );
}
