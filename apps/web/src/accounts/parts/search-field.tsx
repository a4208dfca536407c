// Search by words, kept in the address.
import { useAddress } from '../../shell/index.ts';
import { SearchBox } from '../../ui/index.ts';

export function SearchField({ label }: { readonly label: string }) {
  const [search, change] = useAddress();
  return (
    <SearchBox label={label} bare={false} value={search.q ?? ''} onChange={(text) => change({ q: text || undefined }, { replace: true })} />
  );
}
