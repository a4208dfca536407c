// A measured area in the unit the reader chose.
import { grouped, useAreaUnitWord, useLook } from '../../ui/index.ts';
import { inUnit } from '../areas.ts';

/** `m2` as decimal text. With `bare` the unit is left to the table's head. */
export function LandArea({ m2, bare = false }: { readonly m2: string; readonly bare?: boolean }) {
  const { areaUnit } = useLook();
  const unit = useAreaUnitWord();
  return (
    <span className="number">
      {grouped(inUnit(m2, areaUnit))}
      {bare ? null : <span className="unit"> {unit}</span>}
    </span>
  );
}
