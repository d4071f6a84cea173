# One image for every process; docker-compose.yml says which one a container is.
FROM node:24-slim
WORKDIR /app
ENV TURBO_TELEMETRY_DISABLED=1
COPY . .
RUN npm ci && npm run generate && npx turbo run build --filter=@kompetanse/web --output-logs=errors-only
# The processes write to /files alone.
RUN mkdir /files && chown node:node /files
USER node
ENV NODE_ENV=production HOST=0.0.0.0 SECRETS_DIR=/run/secrets FILES_DIR=/files
ENTRYPOINT ["node", "dev/src/containers/run.ts"]
