// The plan's totals, worked out live from its blocks, with the switch of units.
import { type Cell, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import { type ReactNode, useMemo } from 'react';
import {
  AreaUnitSwitch,
  convertArea,
  Figure,
  FigureRow,
  grouped,
  MissingText,
  useAreaUnitWord,
  useLook,
  useWords,
} from '../../ui/index.ts';
import { growthOf, growthPercent, signed, sumsOf } from '../annex.ts';
import { useDesk } from '../desk.ts';
import { words } from '../words.ts';

export function TotalsRow() {
  const { state, marks } = useDesk();
  const w = useWords(words);
  const unit = useAreaUnitWord();
  const { areaUnit } = useLook();
  const { blocks, source, title } = state.plan;
  const total = useMemo(() => sumsOf(blocks), [blocks]);
  const [growth, percent] = [growthOf(total), growthPercent(total)];
  const unitOf = (area: Cell<DecimalText>) => (isMissing(area) ? '' : unit);
  const from = (meaning: string) => ({ meaning, source: source ?? title });
  const shown = (area: Cell<DecimalText>, print: (text: string) => string = (text) => text): ReactNode =>
    isMissing(area) ? <MissingText reason={area.missing} /> : print(grouped(convertArea(area, areaUnit)));
  const mark = marks.get('plan//growth')?.standing;
  return (
    <div className="totals">
      <FigureRow>
        <Figure label={w.areaBefore} value={shown(total.areaBefore)} unit={unitOf(total.areaBefore)} source={from(w.areaBefore)} />
        <Figure label={w.areaAfter} value={shown(total.areaAfter)} unit={unitOf(total.areaAfter)} source={from(w.areaAfter)} />
        <Figure
          label={w.editor.growth}
          tone={mark === 'blocks' ? 'bad' : 'info'}
          value={shown(growth, signed)}
          unit={unitOf(growth)}
          note={isMissing(percent) ? <MissingText reason={percent.missing} /> : `${signed(percent)} %`}
          source={from(`${w.areaAfter} − ${w.areaBefore}`)}
        />
      </FigureRow>
      <AreaUnitSwitch />
    </div>
  );
}
