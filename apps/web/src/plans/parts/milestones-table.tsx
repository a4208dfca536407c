// The plan's own dates beside every date the documents set for the same phase, and the gap in days (F28).
import { daysBetween, isMissing } from '@zhenghe/engine/kernel';
import { type MilestonePhase, milestonePhases, type Rule } from '@zhenghe/engine/plans';
import { ClauseLink, StateWord, useSay, useWords } from '../../ui/index.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';
import { CellInput } from './cell-input.tsx';

export function MilestonesTable() {
  const w = useWords(words).editor;
  return (
    <div className="sheet-box">
      <table className="sheet">
        <caption className="visually-hidden">{w.tabs.milestones}</caption>
        <thead>
          <tr>
            <th>{w.milestone}</th>
            <th>{w.localDue}</th>
            <th>{w.boundDue}</th>
          </tr>
        </thead>
        <tbody>
          {milestonePhases.map((phase) => (
            <PhaseRow key={phase} phase={phase} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PhaseRow({ phase }: { readonly phase: MilestonePhase }) {
  const { state, marks, rules, dispatch } = useDesk();
  const w = useWords(words).editor;
  const due = state.plan.milestones.find((one) => one.phase === phase)?.due ?? { missing: 'not-given' as const };
  const key = `milestones/${phase}/due`;
  const binding = rules.filter((rule) => isOfPhase(rule, phase));
  return (
    <tr data-row={`milestones/${phase}`}>
      <th scope="row">{w.phase[phase]}</th>
      <td>
        <CellInput
          cell={{ table: 'milestones', row: phase, field: 'due' }}
          value={due}
          label={`${w.phase[phase]} · ${w.localDue}`}
          mark={marks.get(key)}
          unread={state.unread[key]}
          dispatch={dispatch}
        />
      </td>
      <td>
        {binding.length === 0 ? <span className="missing">{w.standingNone}</span> : null}
        {binding.map((rule) => (
          <Bound key={`${rule.clause.pack}/${rule.id}`} rule={rule} local={isMissing(due) ? null : due} />
        ))}
      </td>
    </tr>
  );
}

type DatedRule = Extract<Rule, { readonly kind: 'milestone-by' }>;

function isOfPhase(rule: Rule, phase: MilestonePhase): rule is DatedRule {
  return rule.kind === 'milestone-by' && rule.phase === phase;
}

function Bound({ rule, local }: { readonly rule: DatedRule; readonly local: string | null }) {
  const w = useWords(words).editor;
  const say = useSay();
  const gap = local === null ? null : daysBetween(rule.due, local);
  return (
    <div>
      <span className="number">{rule.due}</span> <ClauseLink citation={rule.clause} /> <span className="note">{say(rule.title)}</span>{' '}
      {gap === null ? null : <StateWord tone={gap > 0 ? 'warn' : 'good'}>{w.gap(gap)}</StateWord>}
    </div>
  );
}
