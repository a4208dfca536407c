// The plan itself: map and table of one jurisdiction or of all, what it costs and which rules it keeps, what people fixed. A park opens
// beside the map. On a phone the table comes first.
import { type ReactNode, useMemo } from 'react';
import { useAddress } from '../../shell/index.ts';
import { Empty, Section, useNarrow, useWords } from '../../ui/index.ts';
import { useDefaults } from '../hooks.ts';
import type { Rule } from '../shapes.ts';
import { words } from '../words-board.ts';
import { knownFigures } from './known.ts';
import { BoardMap } from './parts/board-map.tsx';
import { CapPart } from './parts/cap-part.tsx';
import { ConflictList } from './parts/conflict-list.tsx';
import { Figures } from './parts/figures.tsx';
import { LocksList } from './parts/locks-list.tsx';
import { MeterPart } from './parts/meter-part.tsx';
import { ParkPanel } from './parts/park-panel.tsx';
import { PlaceChoice } from './parts/place-choice.tsx';
import { PlaceTree } from './parts/place-tree.tsx';
import { PlacesTable } from './parts/places-table.tsx';
import { RulesTable } from './parts/rules-table.tsx';
import { TermsTable } from './parts/terms-table.tsx';
import type { Board } from './use-board.ts';
import type { PlaceView } from './view.ts';

const noRules: readonly Rule[] = [];

interface BoardTabProps {
  readonly board: Board;
  readonly onSetting: (setting: string) => void;
}

export function BoardTab({ board, onSetting }: BoardTabProps) {
  const w = useWords(words);
  const narrow = useNarrow(900);
  const shown = useShown(board);
  const rules = useDefaults(board.scenario.scope, board.scenario.day).data?.rules ?? noRules;
  const { proposal } = board;
  const { place } = shown;
  const parts = { board, shown };
  const about = proposal ? (
    <>
      <MeterPart board={board} proposal={proposal} place={place} />
      <TermsTable proposal={proposal} baseline={board.baseline} />
      <RulesTable board={board} rules={rules} place={place} />
    </>
  ) : null;
  const panel = panelOf(parts);
  return (
    <div className="stack">
      <ConflictList board={board} rules={rules} onSetting={onSetting} />
      {proposal ? <Figures board={board} proposal={proposal} place={place} /> : <Empty title={w.standing.unsolved}>{w.unsolvedNext}</Empty>}
      {narrow ? (
        <>
          <TablePart {...parts} />
          <MapPart {...parts} />
          {about}
          <LocksList board={board} onPark={shown.showPark} />
          {panel}
        </>
      ) : (
        <Columns beside={panel ?? <Beside {...parts}>{about}</Beside>}>
          <MapPart {...parts} />
          <TablePart {...parts} />
        </Columns>
      )}
    </div>
  );
}

interface PartProps {
  readonly board: Board;
  readonly shown: ReturnType<typeof useShown>;
}

function MapPart({ board, shown: { place, chosen, showPlace, showPark } }: PartProps) {
  const w = useWords(words);
  const at = place?.code ?? null;
  return (
    <Section title={w.map} actions={<PlaceChoice view={board.view} at={at} onPlace={showPlace} />}>
      <BoardMap board={board} at={at} chosen={chosen?.park.code ?? null} onPark={showPark} onPlace={showPlace} />
    </Section>
  );
}

function TablePart({ board, shown: { place, chosen, showPlace, showPark } }: PartProps) {
  const w = useWords(words);
  const { missing } = board.scenario;
  const known = useMemo(() => knownFigures(missing), [missing]);
  return (
    <Section title={place?.name ?? w.placesTable}>
      {place ? (
        <PlaceTree place={place} known={known} chosen={chosen?.park.code ?? null} onPark={showPark} />
      ) : (
        <PlacesTable view={board.view} locks={board.content.locks} onPlace={showPlace} />
      )}
    </Section>
  );
}

function panelOf({ board, shown: { chosen, showPark } }: PartProps): ReactNode {
  const home = placeOfPark(board, chosen?.park.code);
  if (!chosen || !home) return null;
  return <ParkPanel key={chosen.park.code} board={board} view={chosen} place={home} onClose={() => showPark(null)} />;
}

function Columns({ beside, children }: { readonly beside: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="planner-columns">
      <div className="stack">{children}</div>
      <div className="stack">{beside}</div>
    </div>
  );
}

function Beside({ board, shown, children }: PartProps & { readonly children: ReactNode }) {
  const w = useWords(words);
  return (
    <>
      {children}
      <LocksList board={board} onPark={shown.showPark} />
      {board.proposal && board.capPrice !== undefined ? (
        <Section title={w.capPrice}>
          <CapPart board={board} />
        </Section>
      ) : null}
    </>
  );
}

/** Place and park in view, kept in the address. A scope of one jurisdiction is always shown by itself. */
function useShown({ view }: Board) {
  const [search, change] = useAddress();
  const only = view.places.length === 1 ? view.places[0] : undefined;
  const place = only ?? view.places.find(({ code }) => code === search.at) ?? null;
  const chosen = search.park ? (view.parks.get(search.park) ?? null) : null;
  return {
    place,
    chosen,
    showPlace: (code: string | null) => change({ at: code ?? undefined, park: undefined }),
    showPark: (code: string | null) => change({ park: code ?? undefined }),
  };
}

function placeOfPark({ view }: Board, code: string | undefined): PlaceView | null {
  return view.places.find(({ parks }) => parks.some(({ park }) => park.code === code)) ?? null;
}
