# The server as an image: docker build -t excellent-banking .
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node: the one that comes with the packages would be a second. Types, maps of sources and the sources
# of SQLite are for those who work on the code, and a third of the rest.
RUN npm ci --omit=dev --no-audit --no-fund --cache /tmp/npm \
  && rm -rf node_modules/node-linux-* node_modules/.bin/node node_modules/better-sqlite3/deps /tmp/npm \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:24-slim
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY rest rest
COPY src src
# Nothing of the server itself may be written by it; what it keeps, where it is not in PostgreSQL and S3, is in /data.
RUN install -d -o node -g node -m 700 /data
ENV NODE_ENV=production DATA_DIR=/data
VOLUME /data
# By number, so that a cluster that lets no root in can see that this is none.
USER 1000:1000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals must reach the server, which drains on SIGTERM.
CMD ["node", "--max-semi-space-size=8", "-r", "./src/require-node.cjs", "src/main.ts"]
