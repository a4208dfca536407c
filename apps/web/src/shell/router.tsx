// Turns the nouns' routes into a router. Every page is a chunk of its own, loaded when first opened; on its way while the session is asked.
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { LaterPart, later } from '../ui/index.ts';
import { parseSearch, type Search, stringifySearch } from './address.ts';
import { Frame, NotFound, PageFault } from './frame.tsx';
import type { Door, NounRoute } from './route.ts';

export function routerOf(routes: readonly NounRoute[], door: () => Promise<Door>) {
  const root = createRootRoute({ component: () => <Frame routes={routes} door={door} />, notFoundComponent: NotFound });
  const pages = routes.map((route) => ({ ...route, page: later(route.load) }));
  const children = pages.map(({ path, page, warm }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      beforeLoad: ({ search }: { readonly search: Search }) => {
        void page.fetchAhead();
        warm?.(search);
      },
      component: () => <LaterPart of={page} props={{}} />,
    }),
  );
  const router = createRouter({
    routeTree: root.addChildren(children),
    parseSearch,
    stringifySearch,
    defaultErrorComponent: PageFault,
    scrollRestoration: true,
  });
  /** Sends for the page the address names; settles when its code has come, or cannot be had. */
  const firstPage = async (): Promise<void> => {
    const { pathname, search } = router.latestLocation;
    const named = router.getMatchedRoutes(pathname)[2]?.fullPath;
    const found = pages.find(({ path }) => path === named);
    found?.warm?.(search);
    await found?.page.fetchAhead();
  };
  return { router, firstPage };
}
