// Before anything is asked: what the page holds, and groups of indicators to start with.

import { indicatorWords } from '../../indicators/index.ts';
import { useAddress } from '../../shell/index.ts';
import { Button, Empty, Link, useWords } from '../../ui/index.ts';
import { groupsFound } from '../groups.ts';
import { joined } from '../question.ts';
import type { ChoiceRow } from '../shapes.ts';
import { words } from '../words.ts';

/** So many of a group make a table that fits a screen. */
const some = 4;

export function EmptyStart({ all, onChoose }: { readonly all: readonly ChoiceRow[]; readonly onChoose: () => void }) {
  const w = useWords(words);
  const { groups: g } = useWords(indicatorWords);
  const [, change] = useAddress();
  if (all.length === 0) {
    return (
      <Empty title={w.emptyNone} action={<Link to="/statistics">{w.toStatistics}</Link>}>
        {w.emptyNoneNext}
      </Empty>
    );
  }
  const found = groupsFound(all, '');
  const action = (
    <div className="button-row starts">
      {found.map(({ group, rows }) => (
        <Button key={group} onClick={() => change({ i: joined(rows.slice(0, some).map(({ code }) => code)) })}>
          {w.startWith(g[group], Math.min(some, rows.length))}
        </Button>
      ))}
      <Button kind="main" onClick={onChoose}>
        {w.choose}
      </Button>
    </div>
  );
  return (
    <Empty title={w.emptyTitle} action={action}>
      {w.emptyNext}
    </Empty>
  );
}
