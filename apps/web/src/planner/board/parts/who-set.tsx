// Who set a lock and why, from the version it came with; looked up when somebody asks.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../shell/index.ts';
import { Button, useSay, useWords } from '../../../ui/index.ts';
import { minuteOf } from '../../figures.ts';
import { words } from '../../words-board.ts';
import type { Board } from '../use-board.ts';
import { versionOf } from '../who-set.ts';

interface WhoSetProps {
  readonly board: Board;
  readonly lock: string;
}

export function WhoSet({ board: { scenario }, lock }: WhoSetProps) {
  const w = useWords(words);
  const say = useSay();
  const [asked, ask] = useState(false);
  const { data, isLoading } = useQuery({
    queryKey: ['planner', 'who-set', scenario.id, scenario.version, lock],
    queryFn: () => versionOf(lock, scenario, (version) => client.planner.scenario({ id: scenario.id, version })),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!asked) {
    return (
      <Button small kind="quiet" onClick={() => ask(true)}>
        {w.who}
      </Button>
    );
  }
  if (isLoading || data === undefined) return <span className="note">{w.computing}</span>;
  if (data === null) return <span className="note">{w.whoNew}</span>;
  return (
    <span className="note">
      {w.whoSays(data.version, say(data.by), minuteOf(data.at))}
      {data.note ? ` · ${w.whyGiven(data.note)}` : ''}
    </span>
  );
}
