// The view every page shares, kept in the address: the day, the data set, the place, the language.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { isDay } from '@zhenghe/engine/kernel';
import { useCallback } from 'react';
import type { Language } from '../ui/index.ts';
import { type Search, withChanges } from './address.ts';
import { type SessionData, useSession } from './session.ts';

export type Dataset = 'real' | 'training';

export interface View {
  readonly on: string;
  readonly data: Dataset;
  /** GB/T 2260 code; '330000' is the whole province. */
  readonly place: string;
  readonly language: Language;
}

export const province = '330000';

/** A wrong or absent part falls back to what the session opens on: its day, and the place the person acts for. */
export function viewOf(
  search: Search,
  session: (Pick<SessionData, 'day' | 'datasets'> & Partial<Pick<SessionData, 'card'>>) | undefined,
  readerLanguage: string,
): View {
  const { on, data, place, lang } = search;
  const datasets = session?.datasets ?? [];
  const wanted = data === 'real' || data === 'training' ? data : undefined;
  return {
    on: on !== undefined && isDay(on) ? on : (session?.day ?? ''),
    data: wanted && datasets.includes(wanted) ? wanted : (datasets.find((set) => set === 'training') ?? 'real'),
    place: place !== undefined && /^33\d{4}$/.test(place) ? place : (session?.card?.jurisdiction ?? province),
    language: lang === 'en' || lang === 'zh' ? lang : readerLanguage.toLowerCase().startsWith('en') ? 'en' : 'zh',
  };
}

export function useView(): View {
  const [search] = useAddress();
  return viewOf(search, useSession(), 'zh');
}

/**
 * The raw state of the page in the address, and a way to change some of it: `change({ q: '浦江', page: undefined })`.
 * A change is a step that Back takes back; `replace` is for text still being typed and for what only follows a step.
 */
export function useAddress(): [
  Search,
  (changes: Readonly<Record<string, string | undefined>>, options?: { readonly replace?: boolean }) => void,
] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Readonly<Record<string, string | undefined>>, options: { readonly replace?: boolean } = {}) => {
      navigate({
        to: '.',
        search: (current: Search) => withChanges(current, changes),
        replace: options.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search, change];
}

/** A parameter of the path: '/zones/$id' has 'id'. */
export function useParam(name: string): string {
  const parameters: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return parameters[name] ?? '';
}

/** Opens another page, keeping the view. */
export function useOpen(): (path: string, search?: Readonly<Record<string, string>>) => void {
  const navigate = useNavigate();
  const [current] = useAddress();
  return useCallback(
    (path, search = {}) => {
      const kept: Record<string, string> = {};
      for (const key of ['on', 'data', 'place', 'lang']) if (current[key] !== undefined) kept[key] = current[key];
      navigate({ to: path, search: { ...kept, ...search } });
    },
    [navigate, current],
  );
}
