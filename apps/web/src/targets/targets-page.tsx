// Targets (F36–F38): each line from base over now to goal, with pace, state and clause; chosen lines beside each other where they mean the
// same; county beside province.
import { useAddress, useSession, useView } from '../shell/index.ts';
import { Answer, Button, Empty, Link, Notice, Page, Section, Split, useSay, useWords } from '../ui/index.ts';
import { useSheet } from './hooks.ts';
import { chosenOf, groupsOf } from './lines.ts';
import { BesidePart } from './parts/beside-part.tsx';
import { ComparisonPart } from './parts/comparison-part.tsx';
import { LineBullets } from './parts/line-bullets.tsx';
import { LinePanel } from './parts/line-panel.tsx';
import { LineTable } from './parts/line-table.tsx';
import { StateCounts } from './parts/state-counts.tsx';
import type { Sheet } from './shapes.ts';
import { words } from './words.ts';
import './targets.css';

export function TargetsPage() {
  const w = useWords(words);
  const sheet = useSheet();
  return (
    <Page title={w.title} answers={w.answers} actions={<Link to="/policy/targets">{w.toPolicy}</Link>}>
      <Answer query={sheet} rows={16}>
        {(found) => (found.lines.length === 0 ? <Empty title={w.none}>{w.noneNext}</Empty> : <Lines sheet={found} />)}
      </Answer>
    </Page>
  );
}

function Lines({ sheet }: { readonly sheet: Sheet }) {
  const w = useWords(words);
  const say = useSay();
  const [search, change] = useAddress();
  const { data } = useView();
  const signedIn = useSession() !== undefined;
  const chosen = chosenOf(search.compare).filter((id) => sheet.lines.some((line) => line.id === id));
  const open = sheet.lines.find(({ id }) => id === search.at);
  return (
    <Split panel={open ? <LinePanel line={open} onClose={() => change({ at: undefined })} /> : null}>
      {data === 'training' && signedIn ? <Notice tone="quiet" title={w.training} /> : null}
      <StateCounts lines={sheet.lines} />
      <div className="compare-bar">
        {chosen.length === 0 ? <span className="note">{w.chooseTwo}</span> : null}
        {chosen.length > 0 ? (
          <>
            <span className="note">{w.chosen(chosen.length)}</span>
            <Button small onClick={() => change({ compare: undefined })}>
              {w.clearChosen}
            </Button>
          </>
        ) : null}
      </div>
      {chosen.length > 1 ? <ComparisonPart ids={chosen} /> : null}
      {groupsOf(sheet.lines).map((group) => (
        <Section key={group.key} title={w.group(say(group.document), group.year)} note={group.status === 'draft' ? w.draft : w.final}>
          <div className="stack">
            <LineBullets lines={group.lines} />
            <LineTable caption={w.group(say(group.document), group.year)} lines={group.lines} chosen={chosen} />
          </div>
        </Section>
      ))}
      {sheet.beside.length > 0 ? <BesidePart rows={sheet.beside} lines={sheet.lines} /> : null}
    </Split>
  );
}
