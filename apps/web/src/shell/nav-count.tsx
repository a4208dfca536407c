// How much waits on a page, beside its title. Zero is said too: nothing waits.

export function NavCount({ useCount }: { readonly useCount: () => number | null }) {
  const count = useCount();
  if (count === null) return null;
  return <span className={count > 0 ? 'nav-count some' : 'nav-count'}> {count}</span>;
}
