// One search box for zones, clauses and plans; `/` brings the cursor to it, arrows walk the answers, Esc leaves.
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { clausePath, Link, useNarrow, useSay, useWords } from '../ui/index.ts';
import { api } from './api.ts';
import { useTerritory } from './place-switch.tsx';
import { useOpen, useView } from './view.ts';
import { words } from './words.ts';

interface Hit {
  readonly group: 'searchZones' | 'searchClauses' | 'searchPlans';
  readonly path: string;
  readonly title: string;
  readonly detail: string;
}

export function SearchEverywhere() {
  const w = useWords(words);
  const narrow = useNarrow(900);
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const asked = useSettled(text.trim());
  const { hits, busy } = useHits(asked);
  const input = useRef<HTMLInputElement>(null);
  useSlash(input);
  const type = (next: string) => {
    setText(next);
    setActive(-1);
  };
  const leave = () => type('');
  const onKeyDown = useKeys({ hits, active, setActive, leave });
  const shown = asked !== '' && text !== '';
  return (
    <div className="search">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={w.search}
        aria-expanded={shown}
        aria-controls="search-hits"
        aria-activedescendant={active >= 0 ? `hit-${active}` : undefined}
        placeholder={narrow ? w.searchBrief : w.search}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {shown ? <Hits hits={hits} busy={busy} active={active} asked={asked} onGo={leave} /> : null}
    </div>
  );
}

interface KeysProps {
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly leave: () => void;
}

/** Arrows walk the answers, Enter opens one (the first when none is walked to), Esc leaves. */
function useKeys({ hits, active, setActive, leave }: KeysProps) {
  const open = useOpen();
  return (event: KeyboardEvent) => {
    if (event.key === 'Escape') return leave();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setActive((active + step + hits.length) % hits.length);
    }
    const hit = hits[Math.max(active, 0)];
    if (event.key === 'Enter' && hit) {
      open(hit.path);
      leave();
    }
  };
}

/** A text once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

interface HitsProps {
  readonly hits: readonly Hit[];
  readonly busy: boolean;
  readonly active: number;
  readonly asked: string;
  readonly onGo: () => void;
}

function Hits({ hits, busy, active, asked, onGo }: HitsProps) {
  const w = useWords(words);
  if (hits.length === 0) {
    return (
      <div className="hits" id="search-hits" role="status">
        <p className="note">{busy ? w.searching : w.searchNone(asked)}</p>
      </div>
    );
  }
  return (
    <div className="hits" id="search-hits" role="listbox" aria-label={w.search}>
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input that owns this list
        <div key={hit.path} id={`hit-${index}`} role="option" tabIndex={-1} aria-selected={index === active} onClick={onGo}>
          {hits[index - 1]?.group === hit.group ? null : <div className="hit-group">{w[hit.group]}</div>}
          <Link to={hit.path} className="hit">
            <span>{hit.title}</span> <span className="note">{hit.detail}</span>
          </Link>
        </div>
      ))}
    </div>
  );
}

function useHits(asked: string): { readonly hits: readonly Hit[]; readonly busy: boolean } {
  const say = useSay();
  const { on: asOf, data: dataset } = useView();
  const enabled = asked !== '';
  const zones = useQuery(
    api.zones.list.queryOptions({ input: { dataset, asOf, query: asked.slice(0, 60), status: 'all', page: 1, size: 6 }, enabled }),
  );
  const clauses = useQuery(api.policy.clauses.queryOptions({ input: { query: asked.slice(0, 100) }, enabled }));
  const plans = useQuery(api.plans.list.queryOptions({ input: { dataset, asOf }, enabled }));
  const places = useTerritory();
  const wanted = asked.toLowerCase();
  const spelling = (code: string) => places.find((place) => place.code === code)?.nameEn ?? '';
  const hits: Hit[] = [
    ...(zones.data?.rows ?? []).map((row) => ({
      group: 'searchZones' as const,
      path: `/zones/${row.id}`,
      title: row.name,
      detail: row.city,
    })),
    ...(clauses.data ?? []).slice(0, 6).map((row) => ({
      group: 'searchClauses' as const,
      path: clausePath({ pack: row.pack, clause: row.code }),
      title: `${row.code} ${say(row.heading)}`,
      detail: say(row.packTitle),
    })),
    ...(plans.data ?? [])
      .filter((row) => `${row.title} ${row.jurisdictionName} ${spelling(row.jurisdiction)} ${row.code}`.toLowerCase().includes(wanted))
      .slice(0, 6)
      .map((row) => ({ group: 'searchPlans' as const, path: `/plans/${row.id}`, title: row.title, detail: row.jurisdictionName })),
  ];
  return { hits: enabled ? hits : [], busy: zones.isFetching || clauses.isFetching || plans.isFetching };
}

function useSlash(input: { readonly current: HTMLInputElement | null }) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [input]);
}
