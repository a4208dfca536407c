// A form being filled in for one allowed action: what is still missing, and what goes to the server. Pure, so that what
// was typed survives a refusal and a redrawn case.
import type { Place } from '@zhenghe/engine/kernel';
import type { ActionKind, AllowedAction, Stance } from './shapes.ts';

export interface Draft {
  readonly kind: ActionKind;
  readonly unit: string;
  readonly text: string;
  readonly paper: string;
  readonly to: string | undefined;
  readonly due: string;
  readonly stance: Stance | undefined;
  /** Reasons by cell key. */
  readonly reasons: Readonly<Record<string, string>>;
}

export interface PickedCell {
  readonly key: string;
  readonly place: Place;
}

export type Gap = 'text' | 'paper' | 'to' | 'due' | 'stance' | 'reasons' | 'reason-text';

export function startDraft(action: AllowedAction): Draft {
  const only = action.needs.to === 'required' && action.units.length === 1 ? action.units[0]?.id : undefined;
  return { kind: action.kind, unit: action.unit.id, text: '', paper: '', to: only, due: '', stance: undefined, reasons: {} };
}

/** Whether there is anything a person would miss. */
export function isTyped({ text, paper, due, stance, reasons }: Draft): boolean {
  return [text, paper, due, stance ?? '', ...Object.values(reasons)].some((typed) => typed.trim() !== '');
}

/** What the action needs and the draft does not have yet, in the order of the form. */
export function gapsOf(action: AllowedAction, draft: Draft, cells: readonly PickedCell[]): readonly Gap[] {
  const { needs } = action;
  const gaps: Gap[] = [];
  if (needs.stance === 'required' && !draft.stance) gaps.push('stance');
  if (needs.reasons === 'required' && cells.length === 0) gaps.push('reasons');
  if (needs.reasons !== 'none' && cells.some((cell) => !draft.reasons[cell.key]?.trim())) gaps.push('reason-text');
  if (needs.to === 'required' && !draft.to) gaps.push('to');
  if (needs.due === 'required' && !draft.due) gaps.push('due');
  if (needs.paper === 'required' && !draft.paper.trim()) gaps.push('paper');
  // Who disagrees says why.
  const asksText = needs.text === 'required' || draft.stance === 'disagree';
  if (asksText && !draft.text.trim()) gaps.push('text');
  return gaps;
}

/** The draft as the contract wants it: only what the action asks for, and nothing empty. */
export function contentOf(action: AllowedAction, draft: Draft, cells: readonly PickedCell[]) {
  const { needs } = action;
  const [text, paper] = [draft.text.trim(), draft.paper.trim()];
  const reasons = cells.map((cell) => ({ place: cell.place, text: (draft.reasons[cell.key] ?? '').trim() }));
  return {
    kind: draft.kind,
    unit: draft.unit,
    ...(needs.text !== 'none' && text && { text }),
    ...(needs.paper !== 'none' && paper && { paper }),
    ...(needs.reasons !== 'none' && reasons.length > 0 && { reasons }),
    ...(needs.to !== 'none' && draft.to && { to: draft.to }),
    ...(needs.due !== 'none' && draft.due && { due: draft.due }),
    ...(needs.stance !== 'none' && draft.stance && { stance: draft.stance }),
  };
}
