// The library as it ships: indicators, forms and tags of all packs and of the product itself, whole and with their citations, and what is
// wrong with them. What people define in the product is laid over it by the server.

import type { Calibre, Indicator } from '@zhenghe/engine/indicators';
import type { Bilingual, Citation, Day, Grain } from '@zhenghe/engine/kernel';
import type { Form } from '@zhenghe/engine/statistics';
import type { IndicatorDefaults, OwnForm, OwnIndicator, PackTag, StatisticsDefaults } from './library-schema.ts';
import type { Pack } from './schema.ts';

/** A tag (标签): a rule over indicators that is true or false for a zone, until a day. */
export interface ShippedTag {
  readonly code: string;
  readonly name: Bilingual;
  readonly meaning: Bilingual;
  readonly rule: string;
  readonly grain: Grain;
  readonly source: Bilingual;
  readonly owner: Bilingual;
  readonly expires: Day;
}

/** `pack` is null for the product's own. */
export interface ShippedLibrary {
  readonly indicators: readonly { readonly indicator: Indicator; readonly pack: string | null }[];
  readonly forms: readonly { readonly form: Form; readonly pack: string | null }[];
  readonly tags: readonly { readonly tag: ShippedTag; readonly pack: string | null }[];
}

type Cited = string | { readonly pack: string; readonly clause: string } | null;

/** A bare clause code is one of the pack itself. */
export function citationOf(pack: string | null, cited: Cited): Citation | null {
  if (cited === null || typeof cited !== 'string') return cited;
  return pack === null ? null : { pack, clause: cited };
}

export function shippedLibrary(packs: readonly Pack[], own: IndicatorDefaults, statistics: StatisticsDefaults): ShippedLibrary {
  const sources = [
    ...packs.map(({ head, indicators, forms, tags }) => ({ pack: head.id, indicators, forms, tags })),
    { pack: null, indicators: own.indicators, forms: statistics.forms, tags: statistics.tags },
  ];
  return {
    indicators: sources.flatMap(({ pack, indicators }) => indicators.map((one) => ({ indicator: indicatorOf(one, pack), pack }))),
    forms: sources.flatMap(({ pack, forms }) => forms.map((one) => ({ form: formOf(one, pack), pack }))),
    tags: sources.flatMap(({ pack, tags }: { pack: string | null; tags: readonly PackTag[] }) => tags.map((tag) => ({ tag, pack }))),
  };
}

const fromBeginning = { zh: '自始采用的口径', en: 'As from the beginning' } as const;

function indicatorOf({ gathering, least, calibres, ...rest }: OwnIndicator, pack: string | null): Indicator {
  const clause = citationOf(pack, rest.clause);
  const first: Calibre = { id: 'first', from: null, title: fromBeginning, note: null, clause: null, comparable: true };
  return {
    ...rest,
    clause,
    gathering: gathering ?? (rest.formula === null ? 'sum' : 'ratio'),
    least: least === undefined ? (rest.formula === null ? '0' : null) : least,
    calibres: calibres?.map((calibre) => ({ ...calibre, clause: citationOf(pack, calibre.clause) })) ?? [first],
  };
}

function formOf(form: OwnForm, pack: string | null): Form {
  return {
    ...form,
    clause: citationOf(pack, form.clause),
    checks: form.checks.map((check) => ({ ...check, clause: citationOf(pack, check.clause) })),
  };
}
