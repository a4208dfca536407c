// Turns the nouns' routes into a router. Every page is a chunk of its own, loaded when first opened.
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { lazy } from 'react';
import { parseSearch, stringifySearch } from './address.ts';
import { Frame, NotFound, PageFault } from './frame.tsx';
import type { Door, NounRoute } from './route.ts';

export function routerOf(routes: readonly NounRoute[], door: () => Promise<Door>) {
  const root = createRootRoute({ component: () => <Frame routes={routes} door={door} />, notFoundComponent: NotFound });
  const pages = routes.map((route) =>
    createRoute({
      getParentRoute: () => root,
      path: route.path,
      component: lazy(async () => ({ default: await route.load() })),
    }),
  );
  return createRouter({
    routeTree: root.addChildren(pages),
    parseSearch,
    stringifySearch,
    defaultErrorComponent: PageFault,
    scrollRestoration: true,
  });
}
