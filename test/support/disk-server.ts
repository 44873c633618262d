import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { systemClock } from '../../src/clock.ts';
import type { Clock } from '../../src/clock.ts';
import { createDiskStorage } from '../../src/storage/disk-storage.ts';
import { diskRoutes } from '../../src/storage/disk-routes.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { oneSigningKey } from './one-signing-key.ts';

export type DiskServer = {
  storage: Storage;
  directory: string;
  port: number;
  /** Names of the half-written files. */
  incoming(): Promise<string[]>;
  /** Files below the directory that this process holds open; always none where the system cannot tell. */
  openFiles(): Promise<string[]>;
  close(): Promise<void>;
};

/** The disk storage in a directory of its own, with its door on a loopback port of its own. */
export const startDiskServer = async (
  options: { clock?: Clock; maxUploadBytes?: number } = {},
): Promise<DiskServer> => {
  const { clock = systemClock, maxUploadBytes = 64 * 1024 * 1024 } = options;
  const directory = await mkdtemp(join(tmpdir(), 'disk-storage-'));
  const keys = oneSigningKey(Buffer.from('a secret of the test'));
  const app = new Hono().route('/storage', diskRoutes({ directory, keys, clock, maxUploadBytes }));
  app.onError((error, c) => c.json({ detail: error.message }, 500));
  const server = await new Promise<Server>((resolve) => {
    const starting = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(starting as Server));
  });
  const { port } = server.address() as AddressInfo;
  return {
    storage: createDiskStorage({ directory, keys, publicUrl: () => `http://127.0.0.1:${port}`, clock }),
    directory,
    port,
    incoming: () => readdir(join(directory, '.incoming')).catch(() => []),
    async openFiles() {
      const descriptors = await readdir('/proc/self/fd').catch(() => []);
      const paths = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
      return paths.filter((path) => path.startsWith(directory));
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true });
    },
  };
};
