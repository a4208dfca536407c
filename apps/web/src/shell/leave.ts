// Asks before unsaved work is left; a change of day, language or tab on the same page is not leaving.
import { useBlocker } from '@tanstack/react-router';

export function useLeave(dirty: boolean, question: string): void {
  useBlocker({
    enableBeforeUnload: dirty,
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname && !window.confirm(question),
  });
}
