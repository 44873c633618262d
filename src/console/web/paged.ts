import { useEffect, useRef, useState } from 'preact/hooks';
import type { Connection } from './answers.ts';
import { messageOf } from './graphql.ts';

export type Paged<Node> = {
  /** Null until the first part is there. */
  nodes: Node[] | null;
  totalCount: number;
  hasMore: boolean;
  busy: boolean;
  error: string | null;
  more: () => Promise<void>;
  /** Loads what is shown anew, as far as one part reaches. */
  reload: () => Promise<void>;
};

const PART = 20;
/** The most that the server gives at once. */
const PART_MAX = 100;

/** A list that is loaded part by part; another `key` is another list. The answer to an earlier question is let go. */
export function usePaged<Node>(
  key: string,
  load: (part: { first: number; after: string | null }) => Promise<Connection<Node>>,
): Paged<Node> {
  const [loaded, setLoaded] = useState<Connection<Node> | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const asked = useRef(0);

  const ask = async (first: number, before: Connection<Node> | null) => {
    asked.current += 1;
    const own = asked.current;
    setBusy(true);
    setError(null);
    try {
      const found = await load({ first, after: before?.pageInfo.endCursor ?? null });
      if (own === asked.current) setLoaded({ ...found, nodes: [...(before?.nodes ?? []), ...found.nodes] });
    } catch (caught) {
      if (own === asked.current) setError(messageOf(caught));
    }
    if (own === asked.current) setBusy(false);
  };
  useEffect(() => {
    void ask(PART, null);
  }, [key]);

  return {
    nodes: loaded?.nodes ?? null,
    totalCount: loaded?.totalCount ?? 0,
    hasMore: loaded?.pageInfo.hasNextPage ?? false,
    busy,
    error,
    more: () => ask(PART, loaded),
    reload: () => ask(Math.min(PART_MAX, Math.max(PART, loaded?.nodes.length ?? 0)), null),
  };
}
