// Every catalogue of the web: no key missing, no empty word, no Chinese left in English except the product's marks.
import { describe, expect, it } from 'vitest';

const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = import.meta.glob(
  ['./**/words*.ts', './**/terms*.ts', '!./**/*.test.ts'],
  { eager: true },
);
/** The two marks that stand in both languages on purpose. */
const inBothLanguages = ['演示 Demo', '中文'];

type Leaf = string | ((...values: unknown[]) => string);

function leaves(value: unknown, path = ''): [path: string, leaf: Leaf][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, value as Leaf]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

/** A word as it would be read; functions are given a figure, and a text where a figure is no use. */
function read(leaf: Leaf): string {
  if (typeof leaf === 'string') return leaf;
  try {
    return String(leaf(...Array.from({ length: leaf.length }, () => 2)));
  } catch {
    return String(leaf(...Array.from({ length: leaf.length }, () => 'text')));
  }
}

/** Clause codes such as S2-(七) and names of units are quoted as they are in either language. */
function withoutCodes(text: string): string {
  return text.replace(/S\d-[\p{Script=Han}()（）¶\d]+/gu, '');
}

describe.each(Object.entries(modules))('%s', (_, module) => {
  const catalogues = Object.values(module).filter(
    (value): value is { zh: unknown; en: unknown } => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value,
  );

  it('has the same keys in both languages', () => {
    for (const { zh, en } of catalogues) {
      expect(
        leaves(en)
          .map(([path]) => path)
          .sort(),
      ).toEqual(
        leaves(zh)
          .map(([path]) => path)
          .sort(),
      );
    }
  });

  it('leaves no word empty in Chinese and no Chinese in English', () => {
    for (const { zh, en } of catalogues) {
      const empty = leaves(zh).filter(([, leaf]) => read(leaf).trim() === '');
      const chinese = leaves(en).filter(
        ([, leaf]) => /\p{Script=Han}/u.test(withoutCodes(read(leaf))) && !inBothLanguages.includes(read(leaf)),
      );
      expect({ empty: empty.map(([path]) => path), chinese: chinese.map(([path]) => path) }).toEqual({ empty: [], chinese: [] });
    }
  });
});
