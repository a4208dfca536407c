// What a round's length is checked against. No loaded document states it: the figures and their label stand in the rulebook.
import { type earliestClose, lengthProblem, type RoundKind } from '@zhenghe/engine/consultation';
import type { Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import { officialCalendar } from '../approvals/index.ts';
import type { RoundHead } from './record.ts';
import * as refuse from './refusals.ts';

export function ruleFor({ consultationDefaults }: Rulebook, kind: RoundKind): RoundHead['rule'] {
  return { text: kind === 'public' ? consultationDefaults.lengthNote : consultationDefaults.internalNote, clause: null };
}

type Span = Parameters<typeof earliestClose>[1] & { readonly closesOn: Day };

export function mustLast({ consultationDefaults }: Rulebook, span: Span): void {
  if (span.closesOn < span.opensOn) throw refuse.endsBefore(span.opensOn);
  const problem = lengthProblem(consultationDefaults, span, officialCalendar);
  if (problem)
    throw refuse.length(problem, span.touchesBusiness ? consultationDefaults.businessDays : null, consultationDefaults.publicWorkingDays);
}
