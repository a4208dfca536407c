// A state is colour, shape and word together; never colour alone.
import type { ReactNode } from 'react';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

const shapes: Record<Tone, ReactNode> = {
  good: <path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  warn: <path d="M8 2l6.5 12h-13z" fill="currentColor" />,
  bad: <path d="M3 3h10v10H3z" fill="currentColor" />,
  info: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  quiet: <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
};

export function Shape({ tone }: { readonly tone: Tone }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}

export function StateWord({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`state-word ${tone}`}>
      <Shape tone={tone} />
      {children}
    </span>
  );
}
