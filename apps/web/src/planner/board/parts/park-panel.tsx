// One park beside the board: what it is, its place and every other one it can be given, locks with another park, and why it stands there.
import { useState } from 'react';
import { Button, Choice, Facts, SidePanel, StateWord, useWords } from '../../../ui/index.ts';
import { figure } from '../../figures.ts';
import { words } from '../../words-board.ts';
import { choicesFor, placeKeyOf, targetOfKey } from '../choices.ts';
import { knownFigures } from '../known.ts';
import { putPark, withApart, withPlates, withTogether } from '../locks.ts';
import type { Board } from '../use-board.ts';
import type { ParkView, PlaceView } from '../view.ts';
import { ExplainPart } from './explain-part.tsx';
import { KnownFigure } from './known-figure.tsx';

interface ParkPanelProps {
  readonly board: Board;
  readonly view: ParkView;
  readonly place: PlaceView;
  readonly onClose: () => void;
}

export function ParkPanel({ board, view, place, onClose }: ParkPanelProps) {
  const w = useWords(words);
  const { park, role, km, locked, lead } = view;
  const known = knownFigures(board.scenario.missing);
  const leadName = lead === null ? '' : (board.view.parks.get(lead)?.park.name ?? lead);
  const zone = place.zones.find((one) => one.lead.code === lead);
  return (
    <SidePanel title={park.name} onClose={onClose}>
      <Facts
        rows={[
          [
            w.putNow,
            <>
              {zone ? w.zoneOf(zone.number, leadName) : w.role[role]} {locked ? <StateWord tone="info">{w.locked}</StateWord> : null}
            </>,
          ],
          [w.place, place.name],
          [w.level, w.levels[park.level]],
          [w.output, <KnownFigure key="output" shown={known(park, 'output')} places={2} unit={w.outputUnit} />],
          [w.staff, <KnownFigure key="staff" shown={known(park, 'staff')} places={0} unit={w.staffUnit} />],
          [w.km, km === null ? null : `${figure(km, 1)} ${w.kmUnit}`],
          [w.weight, `${figure(park.weight, 3)} ${w.weightUnit}`],
          [w.rule, park.forbidden ? w.forbidden : null],
        ]}
      />
      {board.mayChange ? (
        <>
          <PlaceChoice board={board} view={view} place={place} />
          <PairLocks board={board} view={view} place={place} />
        </>
      ) : null}
      <ExplainPart board={board} view={view} place={place} />
    </SidePanel>
  );
}

type PartProps = Omit<ParkPanelProps, 'onClose'>;

function PlaceChoice({ board, view, place }: PartProps) {
  const w = useWords(words);
  const { content, setLocks } = board;
  const { code } = view.park;
  const labels = {
    free: w.goFree,
    merge: w.goMerge,
    convert: w.goConvert,
    abolish: w.goAbolish,
  };
  const choices = choicesFor(view, place).map((choice) => ({
    value: choice.key,
    label: choice.zone ? w.goZone(choice.zone.number, choice.zone.lead.name) : labels[choice.key as keyof typeof labels],
  }));
  return (
    <Choice
      label={w.goPlace}
      value={placeKeyOf(content.locks, view)}
      choices={choices}
      width={260}
      onChange={(key) => (key === undefined ? undefined : setLocks(putPark(content.locks, code, targetOfKey(key))))}
    />
  );
}

function PairLocks({ board, view: { park }, place }: PartProps) {
  const w = useWords(words);
  const { content, setLocks, setDecisions } = board;
  const [other, setOther] = useState<string | undefined>(undefined);
  const others = place.parks.filter((one) => one.park.code !== park.code);
  const national = park.level === 3 && others.find((one) => one.park.code === other)?.park.level === 3;
  const locking = (act: (code: string) => void) => () => (other === undefined ? undefined : act(other));
  return (
    <div className="stack">
      <Choice
        label={w.pair}
        value={other}
        all={w.pairWith}
        searchable
        width={260}
        choices={others.map((one) => ({ value: one.park.code, label: one.park.name }))}
        onChange={setOther}
        note={other === undefined ? w.pairGap : null}
      />
      <div className="button-row">
        <Button disabled={other === undefined} onClick={locking((code) => setLocks(withTogether(content.locks, [park.code, code])))}>
          {w.together}
        </Button>
        <Button disabled={other === undefined} onClick={locking((code) => setLocks(withApart(content.locks, park.code, code)))}>
          {w.apart}
        </Button>
        {national ? (
          <Button onClick={locking((code) => setDecisions(withPlates(content.decisions, [park.code, code])))}>{w.plates}</Button>
        ) : null}
      </div>
    </div>
  );
}
