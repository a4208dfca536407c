// An area in the unit the reader chose (km², 公顷, 亩), or why there is none.
import { type Cell, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import { type AreaUnit, areaUnits, convertArea, grouped } from './area.ts';
import { useWords, type WordsLike } from './language.tsx';
import { useLook } from './look.tsx';
import { MissingText } from './missing.tsx';
import { Toggle } from './toggle.tsx';
import { words } from './words.ts';

/** With `bare` the unit is left to the table's head. */
export function AreaText({ km2, bare = false }: { readonly km2: Cell<DecimalText>; readonly bare?: boolean }) {
  const { areaUnit } = useLook();
  const unit = useAreaUnitWord();
  if (isMissing(km2)) return <MissingText reason={km2.missing} />;
  return (
    <span className="number">
      {grouped(convertArea(km2, areaUnit))}
      {bare ? null : <span className="unit"> {unit}</span>}
    </span>
  );
}

/** The word of the unit in use, for a table's head. */
export function useAreaUnitWord(): string {
  const w = useWords(words);
  const { areaUnit } = useLook();
  return unitWord(areaUnit, w);
}

/** The switch between the three units; it holds for the whole product. */
export function AreaUnitSwitch() {
  const w = useWords(words);
  const { areaUnit, setAreaUnit } = useLook();
  const choices = areaUnits.map((value) => ({ value, label: unitWord(value, w) }));
  return <Toggle label={w.areaUnit} value={areaUnit} choices={choices} onChange={setAreaUnit} />;
}

function unitWord(unit: AreaUnit, w: WordsLike<typeof words.zh>): string {
  return { km2: 'km²', ha: w.hectare, mu: w.mu }[unit];
}
