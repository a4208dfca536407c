// A round about to begin: its texts as they are kept, the earliest last day, what is still missing, what is sent. Pure.
import { type Day, isDay } from '@zhenghe/engine/kernel';
import { kinds } from './order.ts';
import type { RoundKind, RoundOffer } from './shapes.ts';

export type BeginDraft = Readonly<Record<'kind' | 'business' | 'closesOn' | 'units' | 'note', string>>;

export const emptyBegin: BeginDraft = { kind: 'public', business: '', closesOn: '', units: '', note: '' };

export type BeginGap = 'closesOn' | 'tooEarly' | 'units';

export function kindOf(draft: BeginDraft): RoundKind {
  return kinds.find((one) => one === draft.kind) ?? 'public';
}

/** Worked out by the engine for the day in view, with the figures of the rulebook; units answer by whatever day they are asked. */
export function earliestOf(draft: BeginDraft, { earliest }: Pick<RoundOffer, 'earliest'>, opensOn: Day): Day {
  if (kindOf(draft) === 'internal') return opensOn;
  return draft.business === 'yes' ? earliest.business : earliest.plain;
}

export function unitsOf(draft: BeginDraft): readonly string[] {
  return draft.units.split('\n').filter(Boolean);
}

export function withUnit(draft: BeginDraft, unit: string, on: boolean): BeginDraft {
  const rest = unitsOf(draft).filter((one) => one !== unit);
  return { ...draft, units: (on ? [...rest, unit] : rest).join('\n') };
}

export function beginGaps(draft: BeginDraft, earliest: Day): readonly BeginGap[] {
  const gaps: BeginGap[] = [];
  if (!isDay(draft.closesOn)) gaps.push('closesOn');
  else if (draft.closesOn < earliest) gaps.push('tooEarly');
  if (kindOf(draft) === 'internal' && unitsOf(draft).length === 0) gaps.push('units');
  return gaps;
}

export function beginContent(draft: BeginDraft) {
  const kind = kindOf(draft);
  const note = draft.note.trim();
  return {
    kind,
    closesOn: draft.closesOn,
    touchesBusiness: kind === 'public' && draft.business === 'yes',
    ...(kind === 'internal' && { units: [...unitsOf(draft)] }),
    ...(note && { note }),
  };
}
