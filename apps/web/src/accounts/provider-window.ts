// The way to the sign-in provider: this page goes there and comes back, or, where something typed must stay, a window of its own does.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../shell/index.ts';

type Purpose = 'sign-in' | 'proof' | 'link';

const channelName = 'zhenghe.door';

export interface ProviderWay {
  readonly purpose: Purpose;
  /** A path of ours. */
  readonly back: string;
  readonly invitation?: string;
}

/** This page goes to the provider. */
export function useProviderWay() {
  return useMutation(api.accounts.beginOidc.mutationOptions({ onSuccess: ({ url }) => window.location.assign(url) }));
}

/** A window of its own goes; `onDone` is called when it says so, and when the reader comes back to this one. */
export function useProviderWindow(purpose: Purpose, onDone: () => Promise<void>) {
  const [state, setState] = useState<'none' | 'blocked' | 'open'>('none');
  const begin = useMutation(api.accounts.beginOidc.mutationOptions());
  useEffect(() => {
    if (state !== 'open') return;
    const done = () => void onDone();
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', done);
    window.addEventListener('focus', done);
    return () => {
      channel.close();
      window.removeEventListener('focus', done);
    };
  }, [state, onDone]);
  const open = async () => {
    // Opened at once, by the click: a window opened after an answer would be blocked.
    const opened = window.open('', '_blank', 'popup,width=560,height=720');
    if (!opened) return setState('blocked');
    const lang = new URLSearchParams(window.location.search).get('lang');
    const back = `/sign-in?oidc=done${lang ? `&lang=${encodeURIComponent(lang)}` : ''}`;
    const way = await begin.mutateAsync({ purpose, back }).catch(() => null);
    if (!way) return opened.close();
    opened.location.href = way.url;
    setState('open');
  };
  return { state, open, error: begin.error, busy: begin.isPending };
}

/** In that window, at its end. */
export function tellDone(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('done');
  channel.close();
  window.close();
}
