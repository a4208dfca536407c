// Starts the web: the router of all nouns inside the query cache.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './shell/index.ts';
import { routerOf } from './shell/router.tsx';
import { askSessionWith } from './shell/session.ts';
import './ui/ui.css';
import { door, routes } from './wiring.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const { router, firstPage } = routerOf(routes, door);
askSessionWith(firstPage());
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
