// What each unit is asked, how often a year, what of it is held already, and what is asked twice (F34).
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { statistics } from '@zhenghe/contract/statistics';
import { codesIn, type Indicator, nameKey } from '@zhenghe/engine/indicators';
import { type Day, perYear } from '@zhenghe/engine/kernel';
import { audiences, type SheetRow, sheetRows } from '@zhenghe/engine/statistics';
import { libraryOn } from '../indicators/index.ts';
import type { Context } from '../platform/api.ts';
import { formsOn } from './forms.ts';
import type { FormBody } from './record.ts';
import { unitsAsked } from './units.ts';

type Burden = InferContractRouterOutputs<typeof statistics>['burden'];
type Twice = Burden['twice'][number];

interface Asking {
  readonly form: FormBody;
  /** Filled in by hand; computed rows cost nobody anything. */
  readonly filed: readonly SheetRow[];
  /** Of them, those that another form of the same units brings as often or more often. */
  readonly held: ReadonlySet<string>;
  readonly units: number;
}

export async function burdenOf({ db, rulebook }: Context, asked: { readonly dataset: Dataset; readonly on: Day }): Promise<Burden> {
  const { library } = await libraryOn(db, rulebook, asked);
  const forms = (await formsOn(db, rulebook, asked))
    .map(({ form }) => form)
    .filter(({ from, to }) => from <= asked.on && (to ?? asked.on) >= asked.on);
  const units = new Map<string, number>();
  for (const audience of audiences) units.set(audience, (await unitsAsked(db, { dataset: asked.dataset, audience, day: asked.on })).length);
  const filed = new Map(forms.map((form) => [form.code, sheetRows(form, library).filter(({ computed }) => !computed)]));
  const asking = forms.map((form): Asking => {
    const rows = filed.get(form.code) ?? [];
    const others = forms.filter((other) => other.code !== form.code && other.audience === form.audience && feeds(other, form));
    const known = new Set(others.flatMap(({ code }) => (filed.get(code) ?? []).map(({ indicator }) => indicator.code)));
    const held = new Set(rows.filter(({ indicator }) => known.has(indicator.code)).map(({ key }) => key));
    return { form, filed: rows, held, units: units.get(form.audience) ?? 0 };
  });
  return {
    forms: asking.map(formLine),
    audiences: audiences.map((audience) => audienceLine(audience, asking)),
    twice: [...sameIn(asking), ...alikeIn(asking), ...asking.flatMap((one) => derivableIn(one, library))],
  };
}

/** A form brings what another asks when it comes more often, or as often and stands before it. */
function feeds(other: FormBody, form: FormBody): boolean {
  const [often, own] = [perYear[other.frequency], perYear[form.frequency]];
  return often > own || (often === own && other.code < form.code);
}

function formLine({ form, filed, held, units }: Asking): Burden['forms'][number] {
  const { code, title, audience, frequency } = form;
  return { code, title, audience, perYear: perYear[frequency], filled: filed.length, prefilled: held.size, units };
}

function audienceLine(audience: (typeof audiences)[number], asking: readonly Asking[]): Burden['audiences'][number] {
  const own = asking.filter(({ form }) => form.audience === audience);
  const yearly = (count: (one: Asking) => number) => own.reduce((sum, one) => sum + count(one) * perYear[one.form.frequency], 0);
  return {
    audience,
    units: own[0]?.units ?? 0,
    cells: yearly(({ filed, held }) => filed.length - held.size),
    held: yearly(({ held }) => held.size),
  };
}

interface Spot {
  readonly form: FormBody;
  readonly indicator: Indicator;
}

function spotsOf(asking: readonly Asking[]): readonly Spot[] {
  return asking.flatMap(({ form, filed }) => filed.filter(({ row }) => row.calibre === null).map(({ indicator }) => ({ form, indicator })));
}

function gathered<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

function sameIn(asking: readonly Asking[]): Twice[] {
  const groups = gathered(spotsOf(asking), ({ form, indicator }) => `${form.audience} ${indicator.code}`);
  return groups.filter(({ length }) => length > 1).flatMap((spots) => twice(spots, 'same', sameAdvice));
}

/** Another code with the same name and unit: the library has a duplicate to merge. */
function alikeIn(asking: readonly Asking[]): Twice[] {
  const groups = gathered(spotsOf(asking), ({ form, indicator }) => `${form.audience} ${nameKey(indicator.name.zh)} ${indicator.unit}`);
  return groups
    .filter((spots) => new Set(spots.map(({ indicator }) => indicator.code)).size > 1)
    .flatMap((spots) => twice(spots, 'alike', alikeAdvice));
}

function twice(spots: readonly Spot[], how: Twice['how'], advice: Twice['advice']): Twice[] {
  const [first] = spots;
  if (!first) return [];
  const { code, name } = first.indicator;
  const asked = spots.map(({ form }) => ({ form: form.code, title: form.title, frequency: form.frequency }));
  return [{ indicator: code, name: { ...name }, how, asked, advice }];
}

/** Filed although a check of the same form says it is what others filed there come to. */
function derivableIn({ form, filed }: Asking, library: Parameters<typeof codesIn>[1]): Twice[] {
  const byCode = new Map(filed.map(({ indicator }) => [indicator.code, indicator]));
  return form.checks.flatMap((check) => {
    if (check.kind !== 'arithmetic' || check.relation !== '=') return [];
    const [total, ...more] = codesIn(check.left, library);
    const parts = codesIn(check.right, library);
    const indicator = more.length === 0 && total !== undefined ? byCode.get(total) : undefined;
    const whole = indicator && parts.length > 0 && !parts.includes(indicator.code) && parts.every((code) => byCode.has(code));
    return whole ? twice([{ form, indicator }], 'derivable', derivableAdvice) : [];
  });
}

const sameAdvice = {
  zh: '同一指标在几张表里都要填：填一次，其余带出。',
  en: 'One indicator is asked in several forms: file it once, bring it into the others.',
};
const alikeAdvice = {
  zh: '名称和单位相同的指标有几个编码：在指标库合并后只填一次。',
  en: 'Indicators of one name and unit have several codes: merge them in the library and file once.',
};
const derivableAdvice = { zh: '可由同表其他项算出：改为计算项。', en: 'It follows from other items of the form: make it computed.' };
