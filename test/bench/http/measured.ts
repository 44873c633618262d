import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';

/** Tells the parent process the port, and then, whenever it asks, the CPU time this process has used (µs). */
export function measured(server: Server): void {
  server.listen(0, '127.0.0.1', () => report((server.address() as AddressInfo).port));
}

export function report(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicroseconds: user + system });
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ port });
}
