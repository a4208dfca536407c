// Which fields carry personal or secret data, and at what level (DB33/T 2350-2021; mission F111). A field without a label is L1,
// open. Who is cleared for which level is the server's table; this says only what a field is and what is shown instead of it.
import type { Level, Mask } from '@zhenghe/engine/accounts';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { z } from 'zod';

export const areas = ['accounts', 'business'] as const;
type Area = (typeof areas)[number];

interface Kind {
  readonly level: Exclude<Level, 'L1'>;
  readonly mask: Mask;
  /** Accounts and the log are for administrators to read, business is not. */
  readonly area: Area;
  readonly what: Bilingual;
  /** What the product needs it for; what is not needed is not asked. */
  readonly why: Bilingual;
}

export const dataKinds = {
  'office-name': {
    level: 'L2',
    mask: 'name',
    area: 'accounts',
    what: { zh: '任职人员姓名', en: 'Name of who holds an office' },
    why: { zh: '授权前认清是谁，办理时分清责任', en: 'To know whom a right is given to and who answers for an act' },
  },
  'person-id': {
    level: 'L2',
    mask: 'text',
    area: 'accounts',
    what: { zh: '人员、任职的内部编号', en: 'Internal number of a person or an office' },
    why: { zh: '审计记录用编号代替姓名', en: 'Stands in the audit record in place of a name' },
  },
  signatory: {
    level: 'L2',
    mask: 'name',
    area: 'business',
    what: { zh: '例外事项的批准人', en: 'Who approved an exception' },
    why: { zh: '例外须有文件和批准人', en: 'An exception needs its paper and who approved it' },
  },
  'audit-trail': {
    level: 'L2',
    mask: 'text',
    area: 'accounts',
    what: { zh: '审计记录所指对象', en: 'What an audit entry is about' },
    why: { zh: '证明谁对什么做了什么', en: 'Proves who did what to what' },
  },
  login: {
    level: 'L3',
    mask: 'login',
    area: 'accounts',
    what: { zh: '登录名', en: 'Login' },
    why: { zh: '登录时识别账号', en: 'Names the account at sign-in' },
  },
  network: {
    level: 'L3',
    mask: 'network',
    area: 'accounts',
    what: { zh: '登录的网络地址', en: 'Network address of a session' },
    why: { zh: '本人识别不认识的会话', en: 'Lets people recognise a session that is not theirs' },
  },
  browser: {
    level: 'L3',
    mask: 'text',
    area: 'accounts',
    what: { zh: '登录的浏览器', en: 'Browser of a session' },
    why: { zh: '本人识别不认识的会话', en: 'Lets people recognise a session that is not theirs' },
  },
  'contact-name': {
    level: 'L3',
    mask: 'name',
    area: 'business',
    what: { zh: '意见人称呼', en: 'Name a commenter left' },
    why: { zh: '只用于答复本条意见，按规则清除', en: 'Only to answer that comment; purged by rule' },
  },
  'contact-reach': {
    level: 'L3',
    mask: 'reach',
    area: 'business',
    what: { zh: '意见人联系方式', en: 'How a commenter can be reached' },
    why: { zh: '只用于答复本条意见，按规则清除', en: 'Only to answer that comment; purged by rule' },
  },
  secret: {
    level: 'L4',
    mask: 'text',
    area: 'accounts',
    what: { zh: '密码、令牌、验证器密钥和恢复码', en: 'Passwords, tokens, second-factor secrets and recovery codes' },
    why: {
      zh: '证明本人；只在生成时当面显示一次，此后不出系统',
      en: 'Proves who somebody is; shown once when made, and never leaves again',
    },
  },
  'one-time-code': {
    level: 'L4',
    mask: 'text',
    area: 'accounts',
    what: { zh: '动态验证码', en: 'Code of the second factor' },
    why: { zh: '证明本人；不保存', en: 'Proves who somebody is; not kept' },
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type DataKind = keyof typeof dataKinds;

export interface About {
  /** The field beside it that holds the id of the person it is about, or `caller` where the answer is about who asks. */
  readonly whose?: string;
  /** Made for this answer and handed over in it alone: a first password, a new second factor. */
  readonly once?: true;
}

export interface Label extends Kind, About {
  readonly kind: DataKind;
}

const labels = z.registry<Label>();

/** The same schema with its label; use it on the text itself, inside of nullable and optional. */
export function levelled<T extends z.ZodType>(schema: T, kind: DataKind, about: About = {}): T {
  const own = schema.clone();
  labels.add(own, { kind, ...dataKinds[kind], ...about });
  return own;
}

export function labelOf(schema: z.ZodType): Label | undefined {
  return labels.get(schema);
}

/** A field of a procedure: '[]' steps into a list, '{}' into a record of any keys. */
export interface Field {
  readonly path: readonly string[];
  readonly schema: z.ZodType;
  readonly label: Label | undefined;
}

/** Every field of a shape, from the outside in; a shape that holds itself is entered once. */
export function fieldsOf(schema: z.ZodType, path: readonly string[] = [], inside: readonly z.ZodType[] = []): readonly Field[] {
  if (inside.includes(schema)) return [];
  const own = { path, schema, label: labelOf(schema) };
  if (own.label) return [own];
  const within = [...inside, schema];
  const steps = stepsInto(schema);
  if (steps.length === 0) return [own];
  return steps.flatMap(([step, inner]) => fieldsOf(inner, step === null ? path : [...path, step], within));
}

/** A schema as oRPC keeps it, for `fieldsOf`; a procedure without one takes or answers nothing. */
export function shapeOf(schema: unknown): z.ZodType {
  if (schema === undefined) return nothing;
  if (schema instanceof z.ZodType) return schema;
  throw new LabelFault('a schema of another library stands in the contract');
}

const nothing = z.undefined();

type StepInto = readonly [step: string | null, inner: z.ZodType];

function stepsInto(schema: z.ZodType): readonly StepInto[] {
  if (schema instanceof z.ZodObject) return Object.entries<z.ZodType>(schema.shape);
  if (schema instanceof z.ZodArray) return [['[]', shapeOf(schema.element)]];
  if (schema instanceof z.ZodRecord) return [['{}', shapeOf(schema.valueType)]];
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => [null, shapeOf(option)]);
  if (schema instanceof z.ZodTuple) return schema.def.items.map((item) => ['[]', shapeOf(item)]);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return [[null, shapeOf(schema.def.innerType)]];
  if (schema instanceof z.ZodLazy) return [[null, shapeOf(schema.def.getter())]];
  if (schema instanceof z.ZodPipe) return [[null, shapeOf(schema.def.out)]];
  if (schema instanceof z.ZodIntersection || schema instanceof z.ZodReadonly || schema instanceof z.ZodCatch)
    throw new LabelFault(`fieldsOf cannot read a ${schema.def.type} yet`);
  return [];
}

/** A shape that the walk over the contract does not know: fields inside of it would go without a label. */
export class LabelFault extends Error {
  override readonly name = 'LabelFault';
}
