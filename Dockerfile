# Two stages: one that can build, one that can only run.
FROM node:20-bookworm-slim AS build
WORKDIR /house
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm ci --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /house
COPY --from=build --chown=root:root /house/package.json ./
COPY --from=build --chown=root:root /house/node_modules ./node_modules
COPY --from=build --chown=root:root /house/dist ./dist
# Read by the accessibility statement.
COPY --from=build --chown=root:root /house/docs/accessibilite ./docs/accessibilite
# The files belong to root and the process does not: it cannot change its own code.
USER node
EXPOSE 3000
ENTRYPOINT ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
