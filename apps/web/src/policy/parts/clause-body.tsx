// One clause in full: what it says, how strongly, who leads, its figures, checks, facts and disagreements (F26, F27).
import { unitWord } from '@zhenghe/engine/kernel';
import type { ReactNode } from 'react';
import { clausePath, Facts, Link, StateWord, type Tone, useSay, useWords } from '../../ui/index.ts';
import type { ClauseView } from '../shapes.ts';
import { words } from '../words.ts';
import { PackStatus } from './pack-status.tsx';
import { ParameterCard } from './parameter-card.tsx';
import { Units } from './units.tsx';

export const strengthTones: Readonly<Record<ClauseView['strength'], Tone>> = {
  identity: 'bad',
  must: 'warn',
  principle: 'info',
  may: 'quiet',
};

export function ClauseBody({ clause }: { readonly clause: ClauseView }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <div className="clause">
      <p className="clause-pack">
        {say(clause.packTitle)} <PackStatus status={clause.status} />
      </p>
      <p className="clause-summary">{say(clause.summary)}</p>
      <Facts
        rows={[
          [
            w.strength,
            <span key="strength">
              <StateWord tone={strengthTones[clause.strength]}>{w.strengthName[clause.strength]}</StateWord>{' '}
              <span className="note">{w.strengthMeans[clause.strength]}</span>
            </span>,
          ],
          [w.verb, clause.verb ?? w.noVerb],
          [w.units, <Units key="units" units={clause.units} leads={clause.leads} />],
        ]}
      />
      <h3>{w.figures}</h3>
      {clause.parameters.length === 0 ? <p className="missing">{w.figuresNone}</p> : null}
      {clause.parameters.map((parameter) => (
        <ParameterCard key={parameter.id} parameter={parameter} />
      ))}
      <Rest clause={clause} />
      <p>
        <Link to={clausePath({ pack: clause.pack, clause: clause.code })}>{w.permalink}</Link>
      </p>
    </div>
  );
}

function Rest({ clause }: { readonly clause: ClauseView }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <>
      <Listed title={w.checks}>
        {clause.checks.map((check) => (
          <li key={check.id}>
            {say(check.title)} <span className="note">{w.strengthName[check.strength]}</span>
          </li>
        ))}
      </Listed>
      <Listed title={w.tabs.targets}>
        {clause.targets.map((target) => (
          <li key={target.id}>{say(target.title)}</li>
        ))}
      </Listed>
      <Listed title={w.conflictsHere}>
        {clause.conflicts.map((conflict) => (
          <li key={conflict.id}>
            <Link to="/policy/conflicts" search={{ show: conflict.id }}>
              {say(conflict.title)}
            </Link>
          </li>
        ))}
      </Listed>
      <Listed title={w.facts}>
        {clause.facts.map((fact) => (
          <li key={fact.id}>
            {say(fact.title)}：<b>{typeof fact.value === 'string' ? fact.value : fact.value.join('、')}</b>{' '}
            <span className="unit">{say(unitWord(fact.unit))}</span> <span className="note">{fact.on ?? ''}</span>
          </li>
        ))}
      </Listed>
    </>
  );
}

function Listed({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">{children}</ul>
    </>
  );
}
