// Field-level rights, in one place for the answers of all procedures: a labelled value above the reader's clearance is answered
// masked. Labels come from the contract, clearance from clearance.ts; the shape of an answer stays what the contract says.
import { fieldsOf, type Label, shapeOf } from '@zhenghe/contract/level';
import { masked } from '@zhenghe/engine/accounts';
import type { Caller } from '../platform/api.ts';
import { refusal } from '../platform/refusal.ts';
import { mayRead, mayReadFile, type Whose } from './clearance.ts';

/** They say back what the caller sent, and read nothing else of that kind. */
const saidBack: readonly string[] = ['plans.check', 'plans.read'];

interface Asked {
  readonly name: string;
  readonly outputSchema: unknown;
}

/** `outputSchema` as the procedure keeps it; a procedure without labelled fields costs one look into a map. */
export function clearedAnswer(caller: Caller, { name, outputSchema }: Asked, answer: unknown): unknown {
  const veil = veilOf(outputSchema);
  if (veil === null || saidBack.includes(name)) return answer;
  return veiled(answer, veil, { caller, whose: { place: null, unit: null, person: null } });
}

/** The labelled fields of a shape as a tree of steps. */
interface Veil {
  readonly steps: ReadonlyMap<string, Veil>;
  readonly label: Label | undefined;
}

const known = new WeakMap<object, Veil | null>();

function veilOf(outputSchema: unknown): Veil | null {
  if (typeof outputSchema !== 'object' || outputSchema === null) return null;
  const found = known.get(outputSchema);
  if (found !== undefined) return found;
  const labelled = fieldsOf(shapeOf(outputSchema)).filter(({ label }) => label);
  const veil = labelled.length === 0 ? null : grown(labelled.map(({ path, label }) => ({ path, label })));
  known.set(outputSchema, veil);
  return veil;
}

interface Branch {
  readonly path: readonly string[];
  readonly label: Label | undefined;
}

function grown(branches: readonly Branch[]): Veil {
  const steps = new Map<string, Branch[]>();
  for (const { path, label } of branches) {
    const [first, ...rest] = path;
    if (first !== undefined) steps.set(first, [...(steps.get(first) ?? []), { path: rest, label }]);
  }
  const label = branches.find(({ path }) => path.length === 0)?.label;
  return { steps: new Map([...steps].map(([step, inner]) => [step, grown(inner)])), label };
}

interface Reader {
  readonly caller: Caller;
  readonly whose: Whose;
}

function veiled(value: unknown, veil: Veil, reader: Reader): unknown {
  if (veil.label) return leaf(value, veil.label, reader);
  if (Array.isArray(value)) {
    const items = veil.steps.get('[]');
    return items ? value.map((item) => veiled(item, items, reader)) : value;
  }
  return isRecord(value) ? inRecord(value, veil, { ...reader, whose: { ...reader.whose, ...placeIn(value) } }) : value;
}

function inRecord(record: Readonly<Record<string, unknown>>, veil: Veil, reader: Reader): unknown {
  const changed: Record<string, unknown> = { ...record };
  for (const [step, inner] of veil.steps) {
    for (const key of step === '{}' ? Object.keys(record) : [step]) {
      if (!Object.hasOwn(record, key)) continue;
      const person = labelled(inner)?.whose;
      const whose = person === undefined ? reader.whose : { ...reader.whose, person: textAt(record, person) };
      changed[key] = veiled(record[key], inner, { ...reader, whose });
    }
  }
  return changed;
}

/** The label of a field, or of the items of a list that is one. */
function labelled(veil: Veil): Label | undefined {
  return veil.label ?? veil.steps.get('[]')?.label;
}

function leaf(value: unknown, label: Label, { caller, whose }: Reader): unknown {
  if (value instanceof Blob) {
    if (mayReadFile(caller, label)) return value;
    throw refusal('NOT_ALLOWED', {
      zh: `此文件含${label.level}级数据（${label.what.zh}），您当前的身份不能取得。`,
      en: `This file holds data of level ${label.level} (${label.what.en}) that your present role may not have.`,
    });
  }
  return typeof value !== 'string' || mayRead(caller, label, whose) ? value : masked(value, label.mask);
}

const code = /^33\d{4}$/;

/** Whose a record is: by its own place, by its unit (330726, 330700/land), or by the place of a record that it holds. */
function placeIn(record: Readonly<Record<string, unknown>>): Partial<Whose> {
  const unit = textAt(record, 'unitId') ?? (isRecord(record.unit) ? textAt(record.unit, 'id') : null);
  const [ofUnit = ''] = unit?.split('/') ?? [];
  const place = placeOf(record) ?? (code.test(ofUnit) ? ofUnit : null) ?? Object.values(record).map(placeOf).find(isText);
  return place === undefined || place === null ? {} : { place, unit };
}

function placeOf(value: unknown): string | null {
  const place = isRecord(value) ? (textAt(value, 'jurisdiction') ?? textAt(value, 'place')) : null;
  return place !== null && code.test(place) ? place : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textAt(record: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = Object.hasOwn(record, key) ? record[key] : null;
  return typeof value === 'string' ? value : null;
}
