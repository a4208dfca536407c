// The lines that can be measured, each as a bullet from base over now to goal; the table under them is the twin of all.
import { unitWord } from '@zhenghe/engine/kernel';
import { Bullet, StateWord, useSay, useWords } from '../../ui/index.ts';
import { bulletOf, figureText, starredText, tones } from '../lines.ts';
import type { TargetLine } from '../shapes.ts';
import { words } from '../words.ts';

export function LineBullets({ lines }: { readonly lines: readonly TargetLine[] }) {
  const drawn = lines.flatMap((line) => {
    const bullet = bulletOf(line);
    return bullet ? [{ line, bullet }] : [];
  });
  if (drawn.length === 0) return null;
  return (
    <div className="target-bullets">
      {drawn.map(({ line, bullet }) => (
        <LineBullet key={line.id} line={line} bullet={bullet} />
      ))}
    </div>
  );
}

interface BulletProps {
  readonly line: TargetLine;
  readonly bullet: NonNullable<ReturnType<typeof bulletOf>>;
}

function LineBullet({ line, bullet }: BulletProps) {
  const w = useWords(words);
  const say = useSay();
  const unit = say(unitWord(line.unit));
  const base = line.base.value === null ? w.noBase : starredText(`${line.base.value} ${unit}`, line);
  const now = `${figureText(line.actual?.value ?? '0', line.goal.value)} ${unit}`;
  const goal = `${line.goal.sense === 'at-least' ? '≥' : '≤'} ${line.goal.value} ${unit}`;
  return (
    <div className="target-bullet">
      <div className="target-head">
        <span>{say(line.title)}</span>
        <StateWord tone={tones[line.state]}>{w.states[line.state]}</StateWord>
      </div>
      <Bullet
        label={w.bullet(say(line.title), base, now, goal)}
        {...bullet}
        baseLabel={`${w.base} ${base} ${line.base.year ?? ''}`}
        nowLabel={`${w.now} ${now}`}
        capLabel={`${w.goal} ${goal} ${line.goal.year}`}
      />
    </div>
  );
}
