// In which units a reader wants figures of statistics: 元、万元、亿元 and 亩、公顷、km²; kept on this device, for all pages.
import { useMemo } from 'react';
import { Choice } from './fields.tsx';
import { useWords } from './language.tsx';
import { useLook } from './look.tsx';
import { landUnits, type Measures, moneyUnits } from './measures.ts';
import { words } from './words.ts';

export function useMeasures(): Measures {
  const { money, land } = useLook();
  return useMemo(() => ({ money, land }), [money, land]);
}

export function MeasureSwitch() {
  const w = useWords(words);
  const { money, land, setMoney, setLand } = useLook();
  const moneys = moneyUnits.map((value) => ({ value, label: w.moneyUnits[value] }));
  const lands = landUnits.map((value) => ({ value, label: w.landUnits[value] }));
  return (
    <>
      <Choice label={w.money} value={money} choices={moneys} width={96} onChange={(unit) => setMoney(unit ?? 'own')} />
      <Choice label={w.land} value={land} choices={lands} width={96} onChange={(unit) => setLand(unit ?? 'own')} />
    </>
  );
}
