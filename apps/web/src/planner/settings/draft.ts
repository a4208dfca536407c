// Settings as they are typed: texts that become exact decimals, whole numbers, or "not set". Pure.
import type { Settings } from '../shapes.ts';

type Kind = 'decimal' | 'whole';

interface Plain {
  readonly kind: Kind;
  /** May be left empty. */
  readonly optional: boolean;
}

/** Those that are one number; quotas, joint places and what to do about missing figures have fields of their own. */
export const plainSettings = {
  touchKm: { kind: 'decimal', optional: false },
  zoneCost: { kind: 'decimal', optional: false },
  distanceCost: { kind: 'decimal', optional: false },
  pieceCost: { kind: 'decimal', optional: false },
  maxDetachedPieces: { kind: 'whole', optional: false },
  industryCost: { kind: 'decimal', optional: false },
  abolishOutput: { kind: 'decimal', optional: false },
  abolishStaff: { kind: 'decimal', optional: false },
  convertShare: { kind: 'decimal', optional: false },
  trimCost: { kind: 'decimal', optional: false },
  protectedShare: { kind: 'decimal', optional: true },
  zonesCap: { kind: 'whole', optional: false },
  staffShare: { kind: 'decimal', optional: true },
  platforms: { kind: 'whole', optional: true },
} as const satisfies Readonly<Partial<Record<keyof Settings, Plain>>>;

export type PlainSetting = keyof typeof plainSettings;

export const plainNames = Object.keys(plainSettings) as readonly PlainSetting[];

/** As it stands in its field; empty where it is not set. */
export function textOf(settings: Settings, name: PlainSetting): string {
  const value = settings[name];
  return value === null ? '' : String(value);
}

export type Problem = 'wrong' | 'wrongWhole';

export function problemOf(name: PlainSetting, text: string): Problem | null {
  const { kind, optional } = plainSettings[name];
  const typed = text.trim();
  if (typed === '') return optional ? null : kind === 'whole' ? 'wrongWhole' : 'wrong';
  if (kind === 'whole') return /^\d{1,4}$/.test(typed) ? null : 'wrongWhole';
  return /^\d{1,9}(\.\d{1,9})?$/.test(typed) ? null : 'wrong';
}

/** The settings with one put; only with a text that has no problem. */
export function withText(settings: Settings, name: PlainSetting, text: string): Settings {
  const { kind } = plainSettings[name];
  const typed = text.trim();
  const value = typed === '' ? null : kind === 'whole' ? Number(typed) : typed;
  return { ...settings, [name]: value };
}

/** Whether it says another number: 1.0 and 1 are one. */
export function differs(name: keyof Settings, a: Settings, b: Settings): boolean {
  const [one, other] = [a[name], b[name]];
  if (one === null || other === null || typeof one === 'object' || typeof other === 'object') {
    return JSON.stringify(one) !== JSON.stringify(other);
  }
  const isNumber = (value: string | number) => value !== '' && Number.isFinite(Number(value));
  return isNumber(one) && isNumber(other) ? Number(one) !== Number(other) : one !== other;
}
