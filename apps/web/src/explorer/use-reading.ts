// How the reader has figures told: language, units, whether they are growth; and how rows are named.
import { type Period, partsOf, periodName, unitWord } from '@zhenghe/engine/kernel';
import { useMemo } from 'react';
import { usePlaceName } from '../shell/index.ts';
import { useLanguage, useMeasures, useMissingWord, useSay, useWords } from '../ui/index.ts';
import { terms } from '../zones/index.ts';
import type { Reading } from './figures.ts';
import type { AnswerRow } from './shapes.ts';
import { words } from './words.ts';

export function useReading(grows: boolean): Reading {
  const w = useWords(words);
  const say = useSay();
  const measures = useMeasures();
  const missing = useMissingWord();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: say and missing change with the language only
  return useMemo(
    () => ({ w, say, measures, missing, grows, unitName: (unit) => say(unitWord(unit)), periodName: (period) => say(periodName(period)) }),
    [w, language, measures, grows],
  );
}

/** For heads of columns: 2021, 2021-05, 2021 Q1 read well enough in both languages. */
export function shortPeriod(period: Period): string {
  const { grain, year, number } = partsOf(period);
  return grain === 'quarter' ? `${year} Q${number}` : grain === 'half' ? `${year} H${number}` : period;
}

/** Names of rows: places, types and grades in the reader's language; zones as they are registered. */
export function useRowName(): (row: AnswerRow) => string {
  const w = useWords(words);
  const t = useWords(terms);
  const placeName = usePlaceName();
  const language = useLanguage();
  return useMemo(() => {
    const types: Readonly<Record<string, string>> = t.type;
    const grades: Readonly<Record<string, string>> = t.grade;
    const placed = ({ place, name }: AnswerRow) => (language === 'en' && place !== null ? placeName(place) : name);
    const summed = (name: string) => (name.includes(w.subtotal) ? name : `${name} ${w.subtotal}`);
    const named: Readonly<Record<AnswerRow['kind'], (row: AnswerRow) => string>> = {
      unit: ({ name }) => name,
      county: (row) => (row.key.endsWith('00') ? w.ownLevel(placed(row)) : placed(row)),
      city: placed,
      type: ({ key, name }) => types[key] ?? name,
      grade: ({ key, name }) => grades[key] ?? name,
      all: () => w.wholeScope,
      subtotal: (row) => summed(placed(row)),
      total: () => w.wholeScope,
    };
    return (row) => named[row.kind](row);
  }, [w, t, placeName, language]);
}
