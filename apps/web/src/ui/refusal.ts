// Reads the named reason out of a refusal of the API, without knowing the API: { data: { reason: { zh, en } } }.
import type { Bilingual } from '@zhenghe/engine/kernel';

export function reasonOf(error: unknown): Bilingual | null {
  const reason = field(field(error, 'data'), 'reason');
  const [zh, en] = [field(reason, 'zh'), field(reason, 'en')];
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
