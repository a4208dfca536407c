// The register on the map: every zone of the day as a point; the table under it is its twin.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, province, useAddress, useView } from '../../shell/index.ts';
import { Answer, MapView, useLook, useNarrow, useWords } from '../../ui/index.ts';
import { pointLegend, type ZonePoint, zonePoints } from '../points.ts';
import { words } from '../words.ts';

export function ListMap() {
  const { on: asOf, data: dataset } = useView();
  const points = useQuery(api.zones.points.queryOptions({ input: { dataset, asOf } }));
  return <Answer query={points}>{(list) => <Points points={list} />}</Answer>;
}

function Points({ points }: { readonly points: readonly ZonePoint[] }) {
  const w = useWords(words);
  const { palette } = useLook();
  const { place } = useView();
  const narrow = useNarrow(900);
  const [, change] = useAddress();
  const marks = useMemo(() => zonePoints(points, palette), [points, palette]);
  return (
    <MapView
      label={w.listMap}
      points={marks}
      legend={pointLegend(palette, w)}
      fit={place === province ? [] : [place]}
      height={narrow ? 340 : 460}
      onPick={({ kind, id }) => change(kind === 'point' ? { zone: id } : { place: id, page: undefined })}
    />
  );
}
