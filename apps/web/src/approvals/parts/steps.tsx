// The way of a case, one step after another (县 → 市 → 省), each with the opinions of departments asked beside it.
import { StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import type { CaseOpinion, CaseStep, Stance } from '../shapes.ts';
import { words } from '../words.ts';

const stepTones: Readonly<Record<CaseStep['standing'], Tone>> = { done: 'good', now: 'info', later: 'quiet' };
const opinionTones: Readonly<Record<CaseOpinion['standing'], Tone>> = { asked: 'warn', later: 'quiet', given: 'good', silent: 'quiet' };
const stanceTones: Readonly<Record<Stance, Tone>> = { agree: 'good', disagree: 'bad', 'no-opinion': 'quiet' };

export function Steps({ steps }: { readonly steps: readonly CaseStep[] }) {
  const w = useWords(words);
  return (
    <ol className="case-steps" aria-label={w.steps}>
      {steps.map((step) => (
        <StepCard key={step.id} step={step} />
      ))}
    </ol>
  );
}

function StepCard({ step }: { readonly step: CaseStep }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <li className={`case-step ${step.standing}`} aria-current={step.standing === 'now' ? 'step' : undefined}>
      <header>
        <h3>{say(step.title)}</h3> <StateWord tone={stepTones[step.standing]}>{w.step[step.standing]}</StateWord>
      </header>
      <p>{say(step.unit.name)}</p>
      <p className="note">
        {step.by && step.on ? w.stepBy(say(step.by.name), step.on) : step.workingDays === null ? w.due.none : w.days(step.workingDays)}
      </p>
      {step.text ? <p className="case-text">{step.text}</p> : null}
      {step.opinions.length > 0 ? <Opinions step={step} /> : null}
    </li>
  );
}

function Opinions({ step }: { readonly step: CaseStep }) {
  const w = useWords(words);
  return (
    <div className="case-opinions">
      <p className="note">
        {w.opinions} · {w.signing[step.signing]}
      </p>
      <ul aria-label={w.opinions}>
        {step.opinions.map((opinion) => (
          <Opinion key={opinion.unit.id} opinion={opinion} open={step.standing === 'now'} />
        ))}
      </ul>
    </div>
  );
}

/** Nobody is waited for while the step does not have the case, as after a return. */
function Opinion({ opinion, open }: { readonly opinion: CaseOpinion; readonly open: boolean }) {
  const w = useWords(words);
  const say = useSay();
  const standing = opinion.standing === 'asked' && !open ? 'later' : opinion.standing;
  const tone = opinion.stance ? stanceTones[opinion.stance] : opinionTones[standing];
  return (
    <li>
      <span>{say(opinion.unit.name)}</span>{' '}
      <StateWord tone={tone}>{opinion.stance ? w.stance[opinion.stance] : w.opinion[standing]}</StateWord>{' '}
      {opinion.added ? <span className="note">{w.added} </span> : null}
      {opinion.on ? <span className="note number">{opinion.on} </span> : null}
      {opinion.version === null ? null : <span className="note">{w.onVersion(opinion.version)}</span>}
      {opinion.text ? <p className="case-text">{opinion.text}</p> : null}
    </li>
  );
}
