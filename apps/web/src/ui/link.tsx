// A link inside the product. It keeps the view (day, data set, place, language) that the address holds.
import { Link as RouterLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface LinkProps {
  readonly to: string;
  /** Further state of the page opened; the view's own keys are carried along. */
  readonly search?: Readonly<Record<string, string | undefined>> | undefined;
  readonly children: ReactNode;
  readonly className?: string;
  readonly title?: string;
  readonly exact?: boolean;
}

export const viewKeys = ['on', 'data', 'place', 'lang'] as const;

export function Link({ to, search = {}, children, className = 'link', title, exact = false }: LinkProps) {
  return (
    <RouterLink
      to={to}
      search={(current: Readonly<Record<string, unknown>>) => ({ ...keptView(current), ...search })}
      className={className}
      title={title}
      activeOptions={{ exact, includeSearch: false }}
    >
      {children}
    </RouterLink>
  );
}

/** The view's keys of an address, and nothing else. */
export function keptView(search: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const key of viewKeys) {
    const value = search[key];
    if (typeof value === 'string') kept[key] = value;
  }
  return kept;
}
