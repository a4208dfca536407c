// The tabs of the editor, and the tab a place of the plan stands on.
import type { Place } from '@zhenghe/engine/kernel';

export const editorTabs = [
  'annex',
  'parks',
  'zones',
  'parts',
  'organisation',
  'milestones',
  'boundaries',
  'answers',
  'documents',
  'history',
] as const;
export type EditorTab = (typeof editorTabs)[number];

const tabOfTable: Readonly<Record<string, EditorTab>> = {
  blocks: 'annex',
  sums: 'annex',
  growth: 'annex',
  parks: 'parks',
  zones: 'zones',
  industrialStrongCounty: 'zones',
  parts: 'parts',
  townships: 'parts',
  organisation: 'organisation',
  milestones: 'milestones',
  boundaries: 'boundaries',
};

export function tabOf(place: Pick<Place, 'table' | 'field'>): EditorTab {
  // Of a block or a zone, what is drawn; its figures stand elsewhere.
  if (place.field === 'boundary') return 'boundaries';
  return tabOfTable[place.table === 'plan' ? (place.field ?? '') : place.table] ?? 'annex';
}

export function tabNamed(name: string | undefined): EditorTab {
  return editorTabs.find((tab) => tab === name) ?? 'annex';
}
