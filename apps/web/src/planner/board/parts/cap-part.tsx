// The price of the cap, and the curve it is read from: zones against the least cost, as a chart and as a table.
import { useMemo } from 'react';
import { Chart, DataTable, useLook, useWords } from '../../../ui/index.ts';
import { figure } from '../../figures.ts';
import { words } from '../../words-board.ts';
import { curveOption, nearCap, priceByCurve } from '../curve.ts';
import type { Board } from '../use-board.ts';

export function CapPart({ board: { capPrice, proposal, instance } }: { readonly board: Board }) {
  const w = useWords(words);
  const { palette } = useLook();
  const cap = instance.caps.zones;
  const curve = proposal?.curve;
  const points = useMemo(() => nearCap(curve ?? [], cap), [curve, cap]);
  const option = useMemo(
    () => curveOption(points, cap, { palette, cap: w.capOf(cap), zones: w.zones, cost: `${w.cost} ${w.costUnit}` }),
    [points, cap, palette, w],
  );
  if (!proposal || capPrice === undefined) return null;
  const [first, last] = [points[0], points.at(-1)];
  return (
    <div className="stack">
      <div>
        <CapSays capPrice={capPrice} byCurve={priceByCurve(proposal.curve, cap)} />
      </div>
      {first && last && points.length > 1 ? (
        <Chart
          label={w.curveLabel(first.zones, last.zones)}
          option={option}
          height={180}
          twin={
            <DataTable
              caption={w.curve}
              rows={points}
              rowKey={({ zones }) => String(zones)}
              empty={null}
              maxHeight="240px"
              columns={[
                { key: 'zones', title: w.zones, unit: w.zonesUnit, numeric: true, render: ({ zones }) => zones },
                {
                  key: 'cost',
                  title: w.cost,
                  unit: w.costUnit,
                  numeric: true,
                  render: ({ cost }) => (cost === null ? '–' : figure(cost, 4)),
                },
              ]}
            />
          }
        />
      ) : null}
    </div>
  );
}

interface CapSaysProps {
  /** null: provincial rows bind, so the curve alone does not tell it. */
  readonly capPrice: number | null;
  readonly byCurve: number | null;
}

function CapSays({ capPrice, byCurve }: CapSaysProps) {
  const w = useWords(words);
  const price = capPrice ?? byCurve;
  if (price === null) return <>{w.capUnknown}</>;
  return (
    <>
      {price > 1e-6 ? w.capPriceSays(figure(price, 4)) : w.capFree}
      {capPrice === null ? <span className="note"> {w.capByCurve}</span> : null}
    </>
  );
}
