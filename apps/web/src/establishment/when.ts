import type { WindowAnswer } from '../api/client';

export function useWhen(): (window: WindowAnswer) => string {
  return (window) => window.inWords;
}
