// The place in view: 省 › 市 › 县, kept in the address.
import { useQuery } from '@tanstack/react-query';
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { useCallback } from 'react';
import { Choice, useLanguage, useWords } from '../ui/index.ts';
import { api } from './api.ts';
import { province, useAddress, useView } from './view.ts';
import { words } from './words.ts';

const noPlaces: readonly Jurisdiction[] = [];

export function useTerritory(): readonly Jurisdiction[] {
  return useQuery(api.territory.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY })).data ?? noPlaces;
}

/** Names of places by code, in the reader's language. */
export function usePlaceName(): (code: string) => string {
  const places = useTerritory();
  const language = useLanguage();
  return useCallback(
    (code) => {
      const place = places.find((candidate) => candidate.code === code);
      if (!place) return code;
      return language === 'zh' ? place.name : place.nameEn;
    },
    [places, language],
  );
}

/** A place within its city: 金华市 浦江县, or Pujiang County, Jinhua City. A city stands alone. */
export function usePlacePath(): (code: string) => string {
  const places = useTerritory();
  const language = useLanguage();
  const nameOf = usePlaceName();
  return (code) => {
    const parent = places.find((place) => place.code === code)?.parent;
    if (!parent || parent === province) return nameOf(code);
    return language === 'zh' ? `${nameOf(parent)} ${nameOf(code)}` : `${nameOf(code)}, ${nameOf(parent)}`;
  };
}

export function PlaceSwitch() {
  const w = useWords(words);
  const places = useTerritory();
  const nameOf = usePlaceName();
  const { place } = useView();
  const [, change] = useAddress();
  const city = place === province ? undefined : `${place.slice(0, 4)}00`;
  const county = place === province || place.endsWith('00') ? undefined : place;
  const choicesOf = (level: Jurisdiction['level'], parent: string) =>
    places.filter((one) => one.level === level && one.parent === parent).map((one) => ({ value: one.code, label: nameOf(one.code) }));
  const go = (code: string | undefined) => change({ place: code ?? province, page: undefined });
  return (
    <div className="place-switch">
      <Choice label={w.place} bare value={city} all={w.wholeProvince} choices={choicesOf('city', province)} width={104} onChange={go} />
      {city ? (
        <>
          <span aria-hidden="true">›</span>
          <Choice
            label={w.wholeCity}
            bare
            value={county}
            all={w.wholeCity}
            choices={choicesOf('county', city)}
            width={104}
            searchable
            onChange={(code) => go(code ?? city)}
          />
        </>
      ) : null}
    </div>
  );
}
