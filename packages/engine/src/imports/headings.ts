// Which column of a file holds which field (F110): by its own title, by a known synonym, or as the sender mapped it before.
import type { Bilingual } from '../kernel/index.ts';

export interface WantedColumn {
  readonly key: string;
  readonly title: Bilingual;
  /** Other headings that are known to mean the same. */
  readonly synonyms: readonly string[];
}

/** By field: the heading it is read from. A field that is absent was not found. */
export type ColumnMap = Readonly<Record<string, string>>;

export type FoundBy = 'chosen' | 'remembered' | 'title' | 'synonym';

export interface FoundColumn {
  readonly key: string;
  readonly heading: string;
  readonly by: FoundBy;
}

/** A heading without spaces, marks of need, units in brackets, and width or letter case. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[\s*:：_\-—/、.]+/g, '');
}

/**
 * What a person chose counts most, then what the same sender chose before, then titles, then synonyms. One heading feeds one field.
 * An empty choice leaves the field unread.
 */
export function findColumns(
  wanted: readonly WantedColumn[],
  headings: readonly string[],
  known: { readonly chosen?: ColumnMap; readonly remembered?: ColumnMap },
): readonly FoundColumn[] {
  const taken = new Set<string>();
  const found = new Map<string, FoundColumn>();
  const settle = (key: string, heading: string | undefined, by: FoundBy) => {
    if (heading === undefined || found.has(key) || taken.has(heading)) return;
    found.set(key, { key, heading, by });
    taken.add(heading);
  };
  const heldAs = (asked: string) =>
    headings.find((one) => one === asked) ?? headings.find((one) => plainHeading(one) === plainHeading(asked));
  const { chosen = {}, remembered = {} } = known;
  for (const { key } of wanted) if (chosen[key]) settle(key, heldAs(chosen[key]), 'chosen');
  const open = wanted.filter(({ key }) => chosen[key] === undefined);
  for (const { key } of open) if (remembered[key]) settle(key, heldAs(remembered[key]), 'remembered');
  for (const column of open)
    settle(
      column.key,
      headings.find((one) => isTitle(one, column)),
      'title',
    );
  for (const column of open)
    settle(
      column.key,
      headings.find((one) => isSynonym(one, column)),
      'synonym',
    );
  return wanted.flatMap(({ key }) => found.get(key) ?? []);
}

/** The field's own key too: that is what JSON names it by. */
function isTitle(heading: string, { key, title }: WantedColumn): boolean {
  const plain = plainHeading(heading);
  return [key, title.zh, title.en, `${title.zh}${title.en}`].some((one) => plainHeading(one) === plain);
}

function isSynonym(heading: string, { synonyms }: WantedColumn): boolean {
  const plain = plainHeading(heading);
  return synonyms.some((one) => plainHeading(one) === plain);
}

/** The row most of whose cells are known headings, among the first ones; null when none names at least `least` fields. */
export function headingRow(
  rows: readonly (readonly string[])[],
  wanted: readonly WantedColumn[],
  known: { readonly chosen?: ColumnMap; readonly remembered?: ColumnMap; readonly least: number },
): number | null {
  let best: { readonly at: number; readonly count: number } | null = null;
  for (const [at, row] of rows.entries()) {
    const count = findColumns(wanted, row, known).length;
    if (count >= known.least && count > (best?.count ?? 0)) best = { at, count };
  }
  return best?.at ?? null;
}
