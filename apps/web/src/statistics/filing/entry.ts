// What was typed or pasted into a cell, as a change of it: a figure, a reason why there is none, nothing, or a text that is not read.
import { type Bilingual, isMissing } from '@zhenghe/engine/kernel';
import { filedReasons, readNumber } from '@zhenghe/engine/statistics';
import type { FiledReason } from '../shapes.ts';
import type { Unread } from './queue.ts';

export type Entered = string | { readonly missing: FiledReason } | null;

type Entry =
  | { readonly kind: 'read'; readonly value: Entered; readonly note: Bilingual | null }
  | { readonly kind: 'unread'; readonly unread: Unread };

export function readEntry(text: string, measure: { readonly unit: string; readonly decimals: number | null }): Entry {
  const read = readNumber(text, measure);
  if (read.kind === 'blank') return { kind: 'read', value: null, note: null };
  if (read.kind === 'problem') return { kind: 'unread', unread: { text, message: read.message, proposal: read.proposal } };
  const { value, notes } = read;
  const note = notes.length === 0 ? null : { zh: notes.map(({ zh }) => zh).join(' '), en: notes.map(({ en }) => en).join(' ') };
  if (!isMissing(value)) return { kind: 'read', value, note };
  const missing = filedReasons.find((reason) => reason === value.missing);
  return { kind: 'read', value: missing ? { missing } : null, note };
}
