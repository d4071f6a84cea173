# The images of docker-compose.yml, which says what a container of them is.
FROM node:24-slim AS base
WORKDIR /app
ENV HOST=0.0.0.0 SECRETS_DIR=/run/secrets FILES_DIR=/files TURBO_TELEMETRY_DISABLED=1
# The processes write to /files alone.
RUN mkdir /files && chown node:node /files

FROM base AS build
COPY . .
RUN npm ci && npx turbo run build --filter=@kompetanse/web --output-logs=errors-only

# What stands for others: the identity provider, and who makes what is secret.
FROM build AS demonstration
ENV NODE_ENV=production
USER node
ENTRYPOINT ["node", "deploy/run.ts"]

FROM build AS pruned
RUN node deploy/omit-development.ts

FROM base AS production
ENV NODE_ENV=production
COPY --from=pruned /app/node_modules node_modules
COPY --from=pruned /app/schema schema
COPY --from=pruned /app/gateway gateway
COPY --from=pruned /app/subgraphs subgraphs
COPY --from=pruned /app/web/package.json /app/web/server.ts web/
COPY --from=pruned /app/web/server web/server
COPY --from=pruned /app/web/build web/build
COPY --from=pruned /app/deploy deploy
USER node
ENTRYPOINT ["node", "deploy/run.ts"]
