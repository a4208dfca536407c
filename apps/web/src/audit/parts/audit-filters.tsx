// Search by unit, object, action and time; each stands in the address.
import { useAddress } from '../../shell/index.ts';
import { DateField, SearchBox, useWords } from '../../ui/index.ts';
import { words } from '../words.ts';

export const noFilters = { unit: undefined, object: undefined, action: undefined, from: undefined, to: undefined, page: undefined };

export function AuditFilters() {
  const w = useWords(words);
  const [search, change] = useAddress();
  const set = (changes: Readonly<Record<string, string | undefined>>) => change({ ...changes, page: undefined });
  const box = (key: 'unit' | 'object' | 'action', label: string, placeholder: string) => (
    <SearchBox
      label={label}
      bare={false}
      placeholder={placeholder}
      value={search[key] ?? ''}
      onChange={(text) => set({ [key]: text || undefined })}
    />
  );
  return (
    <search className="filters">
      {box('unit', w.unit, w.unitExample)}
      {box('action', w.action, w.actionExample)}
      {box('object', w.object, w.objectExample)}
      <DateField label={w.from} value={search.from ?? ''} onChange={(from) => set({ from })} />
      <DateField label={w.to} value={search.to ?? ''} onChange={(to) => set({ to })} />
    </search>
  );
}
