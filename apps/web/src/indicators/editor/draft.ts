// An indicator being written: as texts, so that half of it can stand; what is still missing; and what goes to the server. Pure.
import type { Calibre, Indicator, IndicatorRow } from '../shapes.ts';

/** Words in both languages, a citation, an optional number: each as a text of its own. */
export interface CalibreDraft {
  readonly id: string;
  readonly from: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly noteZh: string;
  readonly noteEn: string;
  readonly clause: string;
  readonly comparable: boolean;
}

export interface IndicatorDraft {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** One line, names apart by 、 or a comma. */
  readonly aliases: string;
  readonly meaningZh: string;
  readonly meaningEn: string;
  readonly group: Indicator['group'];
  readonly unit: string;
  readonly decimals: string;
  readonly direction: Indicator['direction'];
  readonly derived: boolean;
  readonly formula: string;
  readonly numeratorZh: string;
  readonly numeratorEn: string;
  readonly denominatorZh: string;
  readonly denominatorEn: string;
  readonly accrual: Indicator['accrual'];
  readonly gathering: Indicator['gathering'];
  readonly weight: string;
  readonly sourceZh: string;
  readonly sourceEn: string;
  readonly ownerZh: string;
  readonly ownerEn: string;
  readonly frequency: Indicator['frequency'];
  readonly warning: string;
  readonly good: string;
  readonly least: string;
  readonly most: string;
  readonly publication: Indicator['publication'];
  readonly starred: boolean;
  readonly calibres: readonly CalibreDraft[];
  /** 'zj-2020-guidance S2-(十六)'; empty for none. */
  readonly clause: string;
  readonly noteZh: string;
  readonly noteEn: string;
  readonly retired: boolean;
}

export const emptyCalibre: CalibreDraft = {
  ...{ id: '', from: '', titleZh: '', titleEn: '', noteZh: '', noteEn: '', clause: '' },
  comparable: true,
};

export const emptyDraft: IndicatorDraft = {
  ...{ code: '', nameZh: '', nameEn: '', aliases: '', meaningZh: '', meaningEn: '', group: 'other', unit: '', decimals: '2' },
  ...{ direction: 'none', derived: false, formula: '', numeratorZh: '', numeratorEn: '', denominatorZh: '', denominatorEn: '' },
  ...{ accrual: 'flow', gathering: 'sum', weight: '', sourceZh: '', sourceEn: '', ownerZh: '', ownerEn: '', frequency: 'month' },
  ...{ warning: '', good: '', least: '0', most: '', publication: 'units', starred: false, clause: '', noteZh: '', noteEn: '' },
  calibres: [{ ...emptyCalibre, id: 'first', titleZh: '自始采用的口径', titleEn: 'As from the beginning' }],
  retired: false,
};

/** Texts an indicator cannot be without, in the order of the form. */
const required = [
  ...(['code', 'nameZh', 'nameEn', 'meaningZh', 'meaningEn', 'unit', 'sourceZh', 'sourceEn', 'ownerZh', 'ownerEn'] as const),
];

export type Gap =
  | (typeof required)[number]
  | 'formula'
  | 'decimals'
  | 'number'
  | 'numerator'
  | 'denominator'
  | 'note'
  | 'calibres'
  | 'clause';

const decimal = /^-?\d{1,15}(\.\d{1,12})?$/;
const code = /^[a-z][a-z0-9_]{0,58}[a-z0-9]$/;
const calibreId = /^[a-z0-9][a-z0-9-]{0,59}$/;
const period = /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/;

/** What is missing or cannot be read; the server is asked about the rest. */
export function gapsOf(draft: IndicatorDraft): readonly Gap[] {
  const gaps: Gap[] = required.filter((field) => draft[field].trim() === '');
  if (draft.code.trim() !== '' && !code.test(draft.code.trim())) gaps.push('code');
  if (draft.derived && draft.formula.trim() === '') gaps.push('formula');
  if (!/^[0-8]$/.test(draft.decimals.trim())) gaps.push('decimals');
  const numbers = [draft.warning, draft.good, draft.least, draft.most];
  if (numbers.some((text) => text.trim() !== '' && !decimal.test(text.trim()))) gaps.push('number');
  if (isHalf(draft.numeratorZh, draft.numeratorEn)) gaps.push('numerator');
  if (isHalf(draft.denominatorZh, draft.denominatorEn)) gaps.push('denominator');
  if (isHalf(draft.noteZh, draft.noteEn)) gaps.push('note');
  if (isBadClause(draft.clause)) gaps.push('clause');
  if (draft.calibres.some(isBadCalibre)) gaps.push('calibres');
  return gaps;
}

function isHalf(zh: string, en: string): boolean {
  return (zh.trim() === '') !== (en.trim() === '');
}

function isBadClause(text: string): boolean {
  return text.trim() !== '' && clauseOf(text) === null;
}

function isBadCalibre(calibre: CalibreDraft, index: number): boolean {
  const { id, from, titleZh, titleEn, noteZh, noteEn, clause } = calibre;
  const dated = index === 0 || period.test(from.trim());
  return (
    !calibreId.test(id.trim()) || !dated || titleZh.trim() === '' || titleEn.trim() === '' || isHalf(noteZh, noteEn) || isBadClause(clause)
  );
}

/** As the server takes it; only of a draft without gaps. */
export function indicatorOf(draft: IndicatorDraft): Indicator {
  const { group, direction, accrual, gathering, frequency, publication, starred, retired, derived } = draft;
  return {
    code: draft.code.trim(),
    name: { zh: draft.nameZh.trim(), en: draft.nameEn.trim() },
    aliases: aliasesOf(draft.aliases),
    meaning: { zh: draft.meaningZh.trim(), en: draft.meaningEn.trim() },
    ...{ group, unit: draft.unit.trim(), decimals: Number(draft.decimals), direction },
    formula: derived ? draft.formula.trim() : null,
    numerator: bothOf(draft.numeratorZh, draft.numeratorEn),
    denominator: bothOf(draft.denominatorZh, draft.denominatorEn),
    ...{ accrual, gathering, weight: gathering === 'weighted' ? textOf(draft.weight) : null },
    source: { zh: draft.sourceZh.trim(), en: draft.sourceEn.trim() },
    owner: { zh: draft.ownerZh.trim(), en: draft.ownerEn.trim() },
    frequency,
    ...{ warning: textOf(draft.warning), good: textOf(draft.good), least: textOf(draft.least), most: textOf(draft.most) },
    ...{ publication, starred },
    calibres: draft.calibres.map(calibreOf),
    clause: clauseOf(draft.clause),
    note: bothOf(draft.noteZh, draft.noteEn),
    mergedInto: null,
    retired,
  };
}

function calibreOf({ id, from, titleZh, titleEn, noteZh, noteEn, clause, comparable }: CalibreDraft, index: number): Calibre {
  return {
    id: id.trim(),
    from: index === 0 ? null : from.trim(),
    title: { zh: titleZh.trim(), en: titleEn.trim() },
    note: bothOf(noteZh, noteEn),
    clause: clauseOf(clause),
    comparable: index === 0 || comparable,
  };
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function bothOf(zh: string, en: string): Indicator['numerator'] {
  return zh.trim() === '' ? null : { zh: zh.trim(), en: en.trim() };
}

function aliasesOf(text: string): string[] {
  return text
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** 'pack clause', as the form's choice has it; null for text that is none. */
export function clauseOf(text: string): Indicator['clause'] {
  const [pack = '', ...rest] = text.trim().split(' ');
  const clause = rest.join(' ');
  return pack !== '' && clause !== '' ? { pack, clause } : null;
}

export function clauseText(clause: Indicator['clause']): string {
  return clause ? `${clause.pack} ${clause.clause}` : '';
}

/** The indicator as the library shows it, without what only the list knows. */
export function bodyOf({ pack: _, version: __, uses: ___, ...body }: IndicatorRow): Indicator {
  return body;
}

export function draftOf(indicator: Indicator): IndicatorDraft {
  const { numerator, denominator, note, name, meaning, source, owner } = indicator;
  const { code: own, group, unit, direction, accrual, gathering, frequency, publication, starred, retired } = indicator;
  return {
    ...{ code: own, group, unit, direction, accrual, gathering, frequency, publication, starred, retired },
    ...{ nameZh: name.zh, nameEn: name.en, meaningZh: meaning.zh, meaningEn: meaning.en },
    ...{ sourceZh: source.zh, sourceEn: source.en, ownerZh: owner.zh, ownerEn: owner.en },
    aliases: indicator.aliases.join('、'),
    decimals: String(indicator.decimals),
    derived: indicator.formula !== null,
    formula: indicator.formula ?? '',
    ...{ numeratorZh: numerator?.zh ?? '', numeratorEn: numerator?.en ?? '' },
    ...{ denominatorZh: denominator?.zh ?? '', denominatorEn: denominator?.en ?? '' },
    weight: indicator.weight ?? '',
    ...{ warning: indicator.warning ?? '', good: indicator.good ?? '', least: indicator.least ?? '', most: indicator.most ?? '' },
    calibres: indicator.calibres.map(calibreDraft),
    clause: clauseText(indicator.clause),
    ...{ noteZh: note?.zh ?? '', noteEn: note?.en ?? '' },
  };
}

function calibreDraft({ id, from, title, note, clause, comparable }: Calibre): CalibreDraft {
  return {
    ...{ id, from: from ?? '', titleZh: title.zh, titleEn: title.en, comparable },
    ...{ noteZh: note?.zh ?? '', noteEn: note?.en ?? '', clause: clauseText(clause) },
  };
}
