// Node 24 runs TypeScript as it is. An older one would only complain about the ending of a file.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Excellent Banking needs Node.js 24 or newer; this is ${process.version}. See https://nodejs.org`);
  process.exit(1);
}
