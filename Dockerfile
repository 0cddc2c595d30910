# Builds Handslag and runs it as an ordinary user, with its data on a volume and PostgreSQL elsewhere.
#   docker build -t handslag .
#   docker run -p 127.0.0.1:3000:3000 --env-file handslag.env -v handslag-data:/data handslag
# What handslag.env must say: docs/operations.md.

FROM node:24-bookworm-slim AS build
WORKDIR /app
# The manifest first, so that a change in the sources does not install everything again.
COPY package.json package-lock.json ./
COPY project.inlang project.inlang
COPY messages messages
RUN npm install --no-audit --no-fund --ignore-scripts && npm rebuild node
COPY . .
RUN npm run words && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data PORT=3000 HOST=0.0.0.0
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /app /app
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
# Node is the first process and gets the signals itself: SIGTERM closes the database before it ends.
CMD ["node", "bin/handslag.mjs", "serve"]
