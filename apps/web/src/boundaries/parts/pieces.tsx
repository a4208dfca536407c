// How much of a zone lies together: its pieces, and the graph of which blocks adjoin, as lines and as a table.
import { Button, type Column, DataTable, Section, StateWord, useWords } from '../../ui/index.ts';
import { percent } from '../areas.ts';
import { edgesOf, nodesOf } from '../graph.ts';
import type { BoundaryReport, Feature } from '../shapes.ts';
import { words } from '../words.ts';
import { LandArea } from './land-area.tsx';

interface PiecesProps {
  readonly report: BoundaryReport;
  readonly features: readonly Feature[];
  readonly zones: ReadonlyMap<string, string>;
  readonly onShow: (codes: readonly string[]) => void;
}

type ZonePieces = BoundaryReport['pieces'][number];
type Neighbour = BoundaryReport['neighbours'][number];

export function Pieces({ report, features, zones, onShow }: PiecesProps) {
  const w = useWords(words);
  const nameOf = (code: string) => features.find((feature) => feature.code === code)?.name ?? code;
  const columns: readonly Column<ZonePieces>[] = [
    { key: 'zone', title: w.zone, render: (row) => zones.get(row.zone) ?? row.zone },
    { key: 'pieces', title: w.pieces, important: true, render: (row) => w.piecesOf(row.pieces.length) },
    { key: 'largest', title: w.largest, numeric: true, important: true, render: (row) => percent(row.largestShare) },
    {
      key: 'list',
      title: w.pieceList,
      important: true,
      width: 260,
      render: (row) => (
        <ul className="piece-list">
          {row.pieces.map((piece) => (
            <li key={piece.features.join()}>
              {piece.features.map(nameOf).join(w.listed)}（<LandArea m2={piece.area} />）
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Section title={w.pieces}>
      <DataTable caption={w.pieces} columns={columns} rows={report.pieces} rowKey={(row) => row.zone} wrap empty={<p>{w.piecesNone}</p>} />
      <h3 className="graph-title">{w.graph}</h3>
      {report.neighbours.length === 0 ? (
        <p>{w.neighboursNone}</p>
      ) : (
        <>
          <p className="note">{w.graphNote}</p>
          <div className="graph-columns">
            <Graph neighbours={report.neighbours} features={features} />
            <Neighbours neighbours={report.neighbours} nameOf={nameOf} onShow={onShow} />
          </div>
        </>
      )}
    </Section>
  );
}

interface NeighboursProps {
  readonly neighbours: readonly Neighbour[];
  readonly nameOf: (code: string) => string;
  readonly onShow: (codes: readonly string[]) => void;
}

function Neighbours({ neighbours, nameOf, onShow }: NeighboursProps) {
  const w = useWords(words);
  const columns: readonly Column<Neighbour>[] = [
    { key: 'a', title: w.block, render: (row) => `${nameOf(row.a)} — ${nameOf(row.b)}` },
    { key: 'gap', title: w.gap, unit: w.metres, numeric: true, important: true, render: (row) => row.gap },
    { key: 'barrier', title: w.barrier, important: true, render: (row) => row.barrier ?? w.noBarrier },
    {
      key: 'adjacent',
      title: w.adjacent,
      tight: true,
      important: true,
      render: (row) => <StateWord tone={row.adjacent ? 'good' : 'quiet'}>{row.adjacent ? w.yes : w.no}</StateWord>,
    },
    {
      key: 'show',
      title: w.show,
      render: (row) => (
        <Button small onClick={() => onShow([row.a, row.b])}>
          {w.show}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      caption={w.graph}
      columns={columns}
      rows={neighbours}
      rowKey={(row) => `${row.a}/${row.b}`}
      maxHeight="40vh"
      empty={<p>{w.neighboursNone}</p>}
    />
  );
}

/** Blocks where they lie, as points; who adjoins whom as lines. The table beside says the same. */
function Graph({ neighbours, features }: { readonly neighbours: readonly Neighbour[]; readonly features: readonly Feature[] }) {
  const w = useWords(words);
  const nodes = nodesOf(features);
  return (
    <svg className="graph" viewBox="0 0 320 200" role="img" aria-label={w.graphLabel}>
      {edgesOf(neighbours, nodes).map(({ from, to, neighbour }) => (
        <g key={`${neighbour.a}/${neighbour.b}`} className={neighbour.adjacent ? 'edge' : 'edge apart'}>
          <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
          <text x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 - 4}>
            {neighbour.gap} m
          </text>
        </g>
      ))}
      {nodes.map((node) => (
        <g key={node.code} className="node">
          <circle cx={node.x} cy={node.y} r={5} />
          {nodes.length <= 40 ? (
            <text x={node.x} y={node.y + 16}>
              {node.code}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
