// The pages of one noun beside each other, each an address of its own.
import { Link } from './link.tsx';

export interface PageTab {
  readonly to: string;
  readonly label: string;
  /** Only this very address is that page, not those below it. */
  readonly exact?: boolean;
}

export function PageTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly PageTab[] }) {
  return (
    <nav className="page-tabs" aria-label={label}>
      {tabs.map(({ to, label: title, exact = false }) => (
        <Link key={to} to={to} exact={exact} className="">
          {title}
        </Link>
      ))}
    </nav>
  );
}
