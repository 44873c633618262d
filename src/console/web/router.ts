import { computed, signal } from '@preact/signals';

/** The page's places, as the address names them behind `#`. */
export type Place =
  | { name: 'statements' }
  | { name: 'statement'; id: string }
  | { name: 'dashboards' }
  | { name: 'dashboard'; id: string }
  | { name: 'credits' };

const hash = signal(location.hash);
addEventListener('hashchange', () => {
  hash.value = location.hash;
});

export const place = computed<Place>(() => {
  const [first, id] = hash.value.replace(/^#\/?/, '').split('/');
  if (first === 'statements' && id !== undefined && /^\d+$/.test(id)) return { name: 'statement', id };
  if (first === 'dashboards')
    return id !== undefined && /^\d+$/.test(id) ? { name: 'dashboard', id } : { name: 'dashboards' };
  if (first === 'credits') return { name: 'credits' };
  return { name: 'statements' };
});

export const goTo = (address: string): void => {
  location.hash = address;
};
