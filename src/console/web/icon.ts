import { html } from 'htm/preact';

/** Drawings on a 24-unit square; each stands beside its word or on a button that has a name. */
const PATHS: Readonly<Record<string, string>> = {
  brand: 'M5 7h14M5 12h8M5 17h5m3-1 2.5 2.5L20 13',
  coin: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm3 6.2A3.8 3.8 0 0 0 12 8c-2 0-3.3 1.8-3.3 4s1.300 4 3.300 4a3.800 3.800 0 0 0 3-1.200',
  upload: 'M12 16V4m0 0L7 9m5-5 5 5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3',
  download: 'M12 4v12m0 0 5-5m-5 5-5-5M4 20h16',
  document: 'M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm7 0v5h5M9 13h7M9 17h5',
  check: 'm5 13 4.500 4.500L19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  question: 'M9 9.200A3 3 0 1 1 13.500 12c-.9.600-1.500 1.200-1.500 2.300M12 18v.010',
  warning: 'M12 4 2.500 20h19L12 4Zm0 6v4m0 3v.010',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 5v4.500l3 2',
  more: 'M5 12h.010M12 12h.010M19 12h.010',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
};

export const Icon = ({ name }: { name: string }) => html`
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]} /></svg>
`;
